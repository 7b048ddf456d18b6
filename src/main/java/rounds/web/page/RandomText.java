package rounds.web.page;

import java.security.SecureRandom;
import java.util.Base64;

/// Text that nobody can guess: 128 bits, safe in addresses and attributes.
public final class RandomText {
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    public static String next() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
