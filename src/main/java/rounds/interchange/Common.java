package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Fields that mean the same in every line that has them.
final class Common {
    static final int LONGEST_BODY = 64_000;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,4})?");

    private Common() {}

    static String title(Fields fields) {
        return checked(
                () -> Entry.title(fields.text(Entry.LONGEST_TITLE, "title")), "title is empty");
    }

    static String tag(String word) {
        return checked(() -> Entry.tag(word), "\"" + Said.of(word) + "\" is not a tag");
    }

    static @Nullable String optionalTag(@Nullable String word) {
        return word == null ? null : tag(word);
    }

    /// As many of them as a discussion can have here.
    static List<String> tags(List<String> words) {
        List<String> tags = new ArrayList<>();
        for (String word : words) {
            try {
                tags.add(Entry.tag(word));
            } catch (ProblemException _) {
                // A mark of the other site that is no word: nothing is lost without it.
            }
        }
        return tags.stream().distinct().limit(Entry.MOST_TAGS).toList();
    }

    static @Nullable String language(Fields fields) {
        String language = fields.nullableText(20, "language");
        if (language == null) {
            return null;
        }
        String code = language.strip().toLowerCase(Locale.ROOT);
        checkLanguage(code);
        return code;
    }

    static List<String> languages(Fields fields) {
        List<String> languages =
                fields.list(10, 20, "languages").stream()
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        languages.forEach(Common::checkLanguage);
        return languages;
    }

    private static void checkLanguage(String code) {
        if (!LANGUAGE.matcher(code).matches()) {
            throw new BadLineException("\"" + Said.of(code) + "\" is not a language's code");
        }
    }

    static @Nullable String visibility(Fields fields) {
        return fields.oneOf(Codes.VISIBILITIES, "visibility");
    }

    static @Nullable Long ownId(Fields fields) {
        String id = fields.optionalId("rounds");
        try {
            return id == null ? null : Ids.parse(id);
        } catch (ProblemException _) {
            throw new BadLineException(
                    "\"" + Said.of(id == null ? "" : id) + "\" is no id of Rounds");
        }
    }

    /// Bytes in Base64.
    static byte[] data(Fields fields) {
        try {
            return Base64.getDecoder().decode(fields.text(LineReader.LONGEST, "data"));
        } catch (IllegalArgumentException _) {
            throw new BadLineException("data is not Base64");
        }
    }

    /// What the owner of a rule refuses is refused here, too.
    static String checked(Supplier<String> rule, String reason) {
        try {
            return rule.get();
        } catch (ProblemException _) {
            throw new BadLineException(reason);
        }
    }
}
