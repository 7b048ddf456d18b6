package rounds.platform.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Makes words of what readers find: letters that were printed as one become two again, words that
/// broke at them or at the end of a line are joined, and lines become paragraphs. What stands
/// elsewhere in the same document decides what could be either.
final class Healing {
    /// Signs that steer machines, which no database takes; what stays is a tab and an end of line.
    private static final Pattern STEERING =
            Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\ufeff\\ufff0-\\uffff&&[^\\ufffd]]");

    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    private static final char FIRST = '\ufb00';
    private static final char LAST = '\ufb06';

    private Healing() {}

    static List<PageText> healed(List<PageText> pages, DocumentType type) {
        var vocabulary = new Vocabulary();
        var sound = new ArrayList<PageText>(pages.size());
        for (PageText page : pages) {
            PageText spelled =
                    new PageText(
                            page.number(),
                            letters(page.heading()),
                            letters(page.text()),
                            letters(page.markdown()));
            vocabulary.learn(spelled.text());
            sound.add(spelled);
        }
        sound.replaceAll(page -> healed(page, type, vocabulary));
        return sound;
    }

    private static PageText healed(PageText page, DocumentType type, Vocabulary vocabulary) {
        String text = SplitWords.joined(page.text(), vocabulary);
        return new PageText(
                page.number(),
                SplitWords.joined(page.heading(), vocabulary),
                type == DocumentType.PDF ? BrokenLines.joined(text, vocabulary) : text,
                SplitWords.joined(page.markdown(), vocabulary));
    }

    /// One that stands alone, as a title.
    static String line(String words) {
        return SplitWords.joined(letters(words), new Vocabulary());
    }

    /// The same in letters that everybody types, and each of them in one way.
    static String letters(String text) {
        String clean = STEERING.matcher(text).replaceAll(" ");
        String whole =
                Normalizer.isNormalized(clean, Normalizer.Form.NFC)
                        ? clean
                        : Normalizer.normalize(clean, Normalizer.Form.NFC);
        if (whole.chars().noneMatch(letter -> letter >= FIRST && letter <= LAST)) {
            return whole;
        }
        var apart = new StringBuilder(whole.length() + 16);
        for (int i = 0; i < whole.length(); i++) {
            char letter = whole.charAt(i);
            if (letter >= FIRST && letter <= LAST) {
                apart.append(LIGATURES[letter - FIRST]);
            } else {
                apart.append(letter);
            }
        }
        return apart.toString();
    }
}
