package rounds.search;

import org.apache.lucene.index.Term;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// A word that is looked for.
///
/// @param typed as it was asked for
/// @param read as it is looked for: the same, or what it comes nearest to where nothing that the
///   viewer may read holds it
/// @param times how often it was asked for
/// @param forms as each language writes it; empty where no text of that language holds it
/// @param frequency how many documents that the viewer may read hold it
/// @param meant what it is short for, looked for besides
/// @param authors who is called so, whose texts are looked for besides
record AskedWord(
        String typed,
        String read,
        int times,
        Map<Language, List<Term>> forms,
        int frequency,
        List<String> meant,
        Set<Long> authors) {
    /// No word that is looked for as it stands ends so.
    private static final String BEGINNING = "*";

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /// Half a word, looked for as the beginning of others, as if an asterisk had been typed.
    static AskedWord half(String typed, int times, int frequency) {
        return new AskedWord(
                typed, typed + BEGINNING, times, Map.of(), frequency, List.of(), Set.of());
    }

    /// An abbreviation that is written in parts as if it was not; empty for every other word.
    String joined() {
        List<String> parts = meant.isEmpty() ? List.of() : Words.of(read);
        return parts.size() > 1 ? String.join("", parts) : "";
    }

    /// An abbreviation with a number as if there were blanks around it; empty for every other word.
    String parted() {
        String apart = meant.isEmpty() ? read : NUMBER.matcher(read).replaceAll(" $0 ").strip();
        return apart.equals(read) ? "" : apart;
    }

    boolean isHalf() {
        return isHalf(read);
    }

    static boolean isHalf(String read) {
        return read.endsWith(BEGINNING);
    }

    /// How much it tells: the rarer, the more.
    ///
    /// @param documents how many the viewer may read
    double weight(int documents) {
        return weight(frequency, documents);
    }

    /// @param frequency how many of the documents hold it
    static double weight(int frequency, int documents) {
        return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
    }
}
