package rounds.community;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Looks at what was entered in one form and collects everything that cannot be taken, so that the
/// form names it all at once.
final class Entered {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final int LONGEST_NAME = 100;
    private static final int MOST_LANGUAGES = 10;
    private static final Set<String> LANGUAGES =
            Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    private final List<Problem.Field> problems = new ArrayList<>();

    /// A name: one line that holds a letter or a figure.
    String name(String field, String text) {
        String name = BLANKS.matcher(text).replaceAll(" ").strip();
        if (name.codePoints().noneMatch(Character::isLetterOrDigit) || length(name) < 2) {
            problem(field, "community.name.missing");
        } else if (length(name) > LONGEST_NAME) {
            problem(field, "community.too-long", LONGEST_NAME);
        }
        return kept(field, name);
    }

    String words(String field, String text, int longest) {
        String words = text.strip();
        if (length(words) > longest) {
            problem(field, "community.too-long", longest);
        }
        return kept(field, words);
    }

    /// The same, where a reason must be given.
    String reason(String field, String text) {
        String reason = words(field, text, 2000);
        if (reason.isEmpty()) {
            problem(field, "community.reason.missing");
        }
        return reason;
    }

    String slug(String field, String text) {
        String slug = text.strip().toLowerCase(Locale.ROOT);
        if (!Slugs.isSlug(slug)) {
            problem(field, "community.slug.malformed");
        } else if (Slugs.isReserved(slug)) {
            problem(field, "community.slug.taken", Slugs.unguessable(slug));
        }
        return slug;
    }

    List<String> languages(String field, List<String> codes) {
        List<String> languages =
                codes.stream()
                        .filter(Objects::nonNull)
                        .map(code -> code.strip().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        if (languages.isEmpty() || languages.size() > MOST_LANGUAGES) {
            problem(field, "community.languages.missing");
        } else if (!LANGUAGES.containsAll(languages)) {
            problem(field, "community.languages.unknown");
        }
        return languages;
    }

    void problem(String field, String why, Object... details) {
        problems.add(new Problem.Field(field, why, details));
    }

    void requireGood() {
        if (!problems.isEmpty()) {
            throw new ProblemException(new Problem.Invalid(problems));
        }
    }

    // Nothing else of what people can type is beyond the database.
    private String kept(String field, String text) {
        if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            problem(field, "community.broken-character");
        }
        return text;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
