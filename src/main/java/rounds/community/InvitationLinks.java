package rounds.community;

import jakarta.inject.Singleton;

import rounds.platform.database.Home;
import rounds.platform.settings.Settings;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The words in invitations' links. They are made from the invitation's number and the site's
/// secret, so that the person who made a link can look at it again, while the database, where only
/// a hash lies, lets nobody in.
@Singleton
final class InvitationLinks {
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;

    InvitationLinks(Home home, Settings settings) {
        String secret = "invitation " + home.secret(settings.secret());
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /// The word that stands in the address of that invitation.
    String token(long id) {
        byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            ByteBuffer token = ByteBuffer.allocate(Long.BYTES + SIGNATURE);
            token.put(number).put(mac.doFinal(number), 0, SIGNATURE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token.array());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
