package rounds.cases;

import java.util.regex.Pattern;

/// Why a passage names nobody about which the identifier check asks.
///
/// @param field where the passage stands
/// @param reason at most 500 characters, at least a few words: see [#isReason]
public record Confirmation(String field, String passage, String reason) {
    private static final int FEWEST_WORDS = 3;
    private static final int FEWEST_CHARACTERS = 10;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /// Whether it says something: a letter, or "ok", would be typed only to get past the question,
    /// and moderators could make nothing of it.
    public static boolean isReason(String said) {
        String words = BETWEEN.matcher(said).replaceAll(" ").strip();
        return words.codePointCount(0, words.length()) >= FEWEST_CHARACTERS
                || words.split(" ").length >= FEWEST_WORDS;
    }
}
