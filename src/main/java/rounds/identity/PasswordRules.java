package rounds.identity;

import rounds.kernel.ProblemException;

import java.util.Locale;
import java.util.Set;

/// Which passwords are taken: long ones, of any characters, that are not the first to be guessed.
final class PasswordRules {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 4;

    /// The beginnings of what is tried first, of ten characters and more; digits and signs at the
    /// end change nothing.
    private static final Set<String> COMMON =
            Set.of(
                    "password",
                    "passwort",
                    "motdepasse",
                    "qwerty",
                    "qwertyuiop",
                    "azertyuiop",
                    "qwertzuiop",
                    "asdfghjkl",
                    "letmein",
                    "iloveyou",
                    "welcome",
                    "bienvenue",
                    "administrator",
                    "changeme",
                    "princess",
                    "sunshine",
                    "football",
                    "baseball",
                    "superman",
                    "trustno",
                    "monkey",
                    "dragon",
                    "master",
                    "rounds",
                    "hospital",
                    "physician",
                    "doctor",
                    "medecin",
                    "canada",
                    "toronto",
                    "montreal",
                    "q1w2e3r4t",
                    "1q2w3e4r5t",
                    "1qaz2wsx3edc",
                    "zaq12wsx");

    private static final String DIGITS = "01234567890123456789";

    private PasswordRules() {}

    /// @param field the form's field
    /// @throws ProblemException at that field, with the reason
    static void check(String field, String password, String handle, String email, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw ProblemException.invalid(field, "identity.password.short", SHORTEST);
        }
        if (length > LONGEST) {
            throw ProblemException.invalid(field, "identity.password.long", LONGEST);
        }
        if (isGuessable(password.toLowerCase(Locale.ROOT), handle, email, name)) {
            throw ProblemException.invalid(field, "identity.password.guessable");
        }
    }

    private static boolean isGuessable(String password, String handle, String email, String name) {
        String core = letters(password);
        return COMMON.contains(core)
                || COMMON.contains(password)
                || DIGITS.contains(password)
                || DIGITS.contains(new StringBuilder(password).reverse())
                || password.chars().distinct().count() < FEWEST_DIFFERENT
                || password.equals(email)
                || isOwn(core, handle)
                || isOwn(core, name)
                || isOwn(core, email.substring(0, Math.max(0, email.indexOf('@'))))
                || isOwn(core, email);
    }

    private static boolean isOwn(String core, String word) {
        return !core.isEmpty() && core.equals(letters(word.toLowerCase(Locale.ROOT)));
    }

    /// What is left without the digits and signs that people put around a word.
    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}]+$|^[^\\p{L}]+|[\\s.@_-]", "");
    }
}
