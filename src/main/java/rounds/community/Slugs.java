package rounds.community;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The words by which communities stand in addresses.
public final class Slugs {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST = 48;
    private static final int RANDOM_LETTERS = 6;
    // None that look like another.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Words that read as a part of the product, or may become one.
    private static final Set<String> RESERVED =
            Set.of(
                    "new",
                    "all",
                    "mine",
                    "none",
                    "null",
                    "undefined",
                    "admin",
                    "api",
                    "root",
                    "system",
                    "rounds",
                    "support",
                    "help",
                    "about",
                    "settings",
                    "search",
                    "sign-in",
                    "sign-up",
                    "sign-out",
                    "communities",
                    "invitations",
                    "moderator",
                    "moderators",
                    "staff",
                    "official",
                    "security",
                    "privacy");

    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    public static boolean isReserved(String slug) {
        return RESERVED.contains(slug);
    }

    /// A slug from a name; it may be taken already, or reserved.
    public static String from(String name) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT)
                        .replace("œ", "oe")
                        .replace("æ", "ae")
                        .replace("ß", "ss")
                        .replace("'", "")
                        .replace("’", "-");
        String words = trimmed(OTHERS.matcher(plain).replaceAll("-"));
        return words.isEmpty() ? "community" : trimmed(cut(words));
    }

    /// The n-th try at a slug that is not taken.
    public static String numbered(String slug, int attempt) {
        return attempt == 1 ? slug : slug + "-" + attempt;
    }

    /// The same, not too long, with an end that nobody can guess.
    static String unguessable(String slug) {
        var end = new StringBuilder(trimmed(cut(slug))).append('-');
        RANDOM.ints(RANDOM_LETTERS, 0, LETTERS.length())
                .forEach(i -> end.append(LETTERS.charAt(i)));
        return end.toString();
    }

    // At the end of a word, where that costs little.
    private static String cut(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf('-', LONGEST);
        return words.substring(0, end > LONGEST / 2 ? end : LONGEST);
    }

    private static String trimmed(String slug) {
        return slug.replaceAll("^-+|-+$", "");
    }

    private Slugs() {}
}
