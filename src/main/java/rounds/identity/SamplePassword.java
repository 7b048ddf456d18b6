package rounds.identity;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.platform.settings.Settings;

import java.security.SecureRandom;

/// The one password of the sample people, while the sample community is switched on. It is never
/// written to the database, so that it ends with the process.
@Singleton
public class SamplePassword {
    /// Without letters and digits that are mistaken for each other.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 12;

    private final boolean on;
    private final String text;
    private final String hash;

    SamplePassword(Settings settings, Passwords passwords) {
        this.on = settings.sample();
        String given = settings.samplePassword();
        this.text = given == null ? random() : given;
        this.hash = on ? passwords.hash(text) : "";
    }

    /// Whether sample people may sign in.
    public boolean on() {
        return on;
    }

    /// The password, to be printed at start.
    public String text() {
        return text;
    }

    @Nullable String hash() {
        return on ? hash : null;
    }

    private static String random() {
        var password = new StringBuilder(LENGTH);
        var source = new SecureRandom();
        while (password.length() < LENGTH) {
            password.append(ALPHABET.charAt(source.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }
}
