package rounds.web.security;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.authentication.Authentication;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.web.Signboard;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The token that every form carries, so that only our own pages can make a browser send it: a
/// signature over the session (for a visitor over a random cookie), salted anew for every page, so
/// that the length of packed pages tells nothing about it (BREACH).
@Singleton
public final class Csrf {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT = 8;
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;
    private final Signboard site;

    public Csrf(@Property(name = "rounds.secret") String secret, Signboard site) {
        this.key =
                new SecretKeySpec(
                        ("csrf " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.site = site;
    }

    /// The name of the cookie by which a visitor's forms are known.
    public String cookieName() {
        return site.secure() ? "__Host-visit" : "visit";
    }

    /// A new cookie for a visitor who has none.
    public Cookie cookie(String value) {
        return Cookie.of(cookieName(), value)
                .path("/")
                .httpOnly(true)
                .secure(site.secure())
                .sameSite(SameSite.Lax);
    }

    /// What the token of this request is bound to: the session, else the visitor's cookie; null
    /// when she has neither yet.
    public @Nullable String subject(HttpRequest<?> request) {
        var session =
                request.getUserPrincipal(Authentication.class)
                        .map(person -> person.getAttributes().get("sid"));
        if (session.isPresent()) {
            return "session " + session.get();
        }
        return request.getCookies()
                .findCookie(cookieName())
                .map(Cookie::getValue)
                .map(Csrf::visit)
                .orElse(null);
    }

    /// What a visitor's token is bound to.
    public static String visit(String cookie) {
        return "visit " + cookie;
    }

    public String token(String subject) {
        byte[] token = new byte[SALT + SIGNATURE];
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        System.arraycopy(salt, 0, token, 0, SALT);
        System.arraycopy(sign(salt, subject), 0, token, SALT, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    public boolean valid(@Nullable String token, @Nullable String subject) {
        if (token == null || subject == null || token.length() > 64) {
            return false;
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException _) {
            return false;
        }
        if (bytes.length != SALT + SIGNATURE) {
            return false;
        }
        byte[] expected = sign(Arrays.copyOf(bytes, SALT), subject);
        byte[] given = Arrays.copyOfRange(bytes, SALT, bytes.length);
        return MessageDigest.isEqual(Arrays.copyOf(expected, SIGNATURE), given);
    }

    private byte[] sign(byte[] salt, String subject) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(salt);
            return mac.doFinal(subject.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
