package rounds.platform.phi;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a file, in which words stand without a sentence around them: a given name beside a
/// surname is asked about, and a day or a number of a chart beside either.
final class FileName {
    private static final Pattern ENDING = Pattern.compile("\\.\\p{Alnum}{1,5}$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'’]+");

    /// Of what is no surname although no dictionary has it.
    private static final Pattern SMALL = Pattern.compile("\\p{Ll}.*");

    private FileName() {}

    /// @return whether a person is named in it
    static boolean names(String name) {
        List<String> words = words(name);
        for (int at = 0; at + 1 < words.size(); at++) {
            String one = words.get(at);
            String next = words.get(at + 1);
            if (isPair(one, next) || isPair(next, one)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPair(String given, String surname) {
        return GivenNames.has(given)
                && !Words.isWord(given)
                && !SMALL.matcher(given).matches()
                && !SMALL.matcher(surname).matches()
                && (surname.length() > 2 && !Words.isWord(surname) || GivenNames.has(surname));
    }

    private static List<String> words(String name) {
        var words = new ArrayList<String>();
        Matcher word = WORD.matcher(ENDING.matcher(name).replaceFirst(""));
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
