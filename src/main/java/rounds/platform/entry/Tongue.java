package rounds.platform.entry;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells French from English by the small words that only one of them has. It need not be right
/// about three words: who writes can say the language, and search reads both.
public final class Tongue {
    private static final Set<String> FRENCH =
            Set.of(
                    "le",
                    "la",
                    "les",
                    "des",
                    "du",
                    "un",
                    "une",
                    "et",
                    "est",
                    "sont",
                    "que",
                    "qui",
                    "dans",
                    "pour",
                    "pas",
                    "nous",
                    "vous",
                    "avec",
                    "sur",
                    "au",
                    "aux",
                    "ce",
                    "cette",
                    "ces",
                    "je",
                    "ne",
                    "plus",
                    "mais",
                    "ou",
                    "où",
                    "il",
                    "elle",
                    "ils",
                    "elles",
                    "avons",
                    "avez",
                    "ont",
                    "été",
                    "être",
                    "chez",
                    "très",
                    "leur",
                    "leurs",
                    "mon",
                    "notre",
                    "votre",
                    "comment",
                    "quand",
                    "aussi",
                    "bien",
                    "merci",
                    "oui",
                    "sans",
                    "patiente",
                    "j'ai",
                    "c'est",
                    "qu'il");
    private static final Set<String> ENGLISH =
            Set.of(
                    "the", "and", "is", "are", "was", "were", "of", "to", "in", "for", "that",
                    "this", "with", "we", "you", "not", "have", "has", "had", "it", "they", "our",
                    "your", "my", "but", "or", "at", "be", "been", "from", "as", "what", "how",
                    "when", "who", "which", "would", "could", "should", "their", "there", "will",
                    "if", "do", "does", "yes", "thanks", "i", "an", "by", "she", "he");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}'’]+");

    /// Enough to decide; a long text says no more than its beginning.
    private static final int HEARD = 4_000;

    /// `fr` or `en`, or what is given where the text does not tell.
    public static String of(String text, String otherwise) {
        String heard = text.length() <= HEARD ? text : text.substring(0, HEARD);
        int french = 0;
        int english = 0;
        for (String word : BETWEEN.split(heard.toLowerCase(Locale.ROOT).replace('’', '\''))) {
            if (FRENCH.contains(word) || word.startsWith("l'") || word.startsWith("d'")) {
                french++;
            } else if (ENGLISH.contains(word)) {
                english++;
            }
        }
        if (french == english) {
            return otherwise;
        }
        return french > english ? "fr" : "en";
    }

    private Tongue() {}
}
