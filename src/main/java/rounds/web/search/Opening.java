package rounds.web.search;

import rounds.search.Inside;
import rounds.search.Respelt;
import rounds.search.Understood;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a hit is opened with, so that its page marks what was looked for: the words as they were
/// typed and nothing that narrows, a mended one as it was mended, and beside one that is short for
/// something what it is short for.
final class Opening {

    /// @param typed the whole of what was asked
    /// @return empty where nothing was looked for by words
    static String of(String typed, Understood understood) {
        if (understood.words().isEmpty()
                && understood.phrases().isEmpty()
                && understood.choices().isEmpty()) {
            return "";
        }
        String asked = Inside.words(typed);
        for (Respelt word : understood.respelt()) {
            asked = replaced(asked, word.typed(), word.read());
        }
        for (Understood.Meaning meaning : understood.meant()) {
            asked = replaced(asked, meaning.word(), choice(meaning));
        }
        return asked;
    }

    private static String choice(Understood.Meaning meaning) {
        List<String> meant = meaning.expansions();
        return Stream.concat(
                        Stream.of(meaning.word()),
                        meant.stream().map(one -> one.contains(" ") ? "\"" + one + "\"" : one))
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /// Where it stands as a word by itself, not behind an operator, a minus or a quotation mark.
    private static String replaced(String text, String word, String by) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}:\"-])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}*:\"-])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .replaceFirst(Matcher.quoteReplacement(by));
    }

    private Opening() {}
}
