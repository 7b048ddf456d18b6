package rounds.glossary;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.entry.Tongue;
import rounds.platform.entry.Wrong;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// What somebody says of a term.
///
/// @param meaning Markdown
/// @param language `en` or `fr`; empty: as the words sound
/// @param spellings how else it is written; blank ones count for nothing
public record TermWords(
        String name,
        String expansion,
        String meaning,
        String language,
        String counterpart,
        List<String> spellings,
        @Nullable LocalDate reviewOn) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_LINE = 200;
    public static final int LONGEST_MEANING = 1_000;
    public static final int MOST_SPELLINGS = 20;

    /// As it is stored.
    ///
    /// @throws ProblemException invalid, with every field that cannot be taken
    public TermWords checked() {
        var wrong = new Wrong();
        String called = wrong.or(() -> name(name), "");
        String standsFor = wrong.or(() -> line("expansion", expansion), "");
        String means = wrong.or(() -> meaning(meaning), "");
        if (standsFor.isEmpty() && means.isEmpty()) {
            wrong.or(() -> missing("meaning", "glossary.meaning.missing"), "");
        }
        String other = wrong.or(() -> line("counterpart", counterpart), "");
        List<String> others = wrong.or(() -> spellings(called, spellings), List.of());
        String tongue = wrong.or(() -> language(standsFor + "\n" + means), "en");
        wrong.refuse();
        return new TermWords(called, standsFor, means, tongue, other, others, reviewOn);
    }

    private static String name(String entered) {
        String name = Shared.words("name", Entry.line("name", entered, LONGEST_NAME));
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return missing("name", "glossary.name.missing");
        }
        return name;
    }

    private static String line(String field, String entered) {
        return Shared.words(field, Entry.line(field, entered, LONGEST_LINE));
    }

    private static String meaning(String entered) {
        String meaning = Entry.note("meaning", entered);
        int length = meaning.codePointCount(0, meaning.length());
        if (length > LONGEST_MEANING) {
            throw ProblemException.invalid(
                    "meaning", "forum.note.too-long", length, LONGEST_MEANING);
        }
        return Shared.words("meaning", meaning);
    }

    /// Each once, and none that is the term itself.
    private static List<String> spellings(String name, List<String> entered) {
        var kept = new LinkedHashMap<String, String>();
        for (String one : entered) {
            String line = Shared.words("spellings", Entry.line("spellings", one, LONGEST_NAME));
            if (!line.isEmpty() && !line.equals(name)) {
                kept.putIfAbsent(line, line);
            }
        }
        if (kept.size() > MOST_SPELLINGS) {
            throw ProblemException.invalid(
                    "spellings", "glossary.spellings.too-many", MOST_SPELLINGS);
        }
        return List.copyOf(kept.values());
    }

    private String language(String said) {
        String given = language.strip().toLowerCase(Locale.ROOT);
        if (given.isEmpty()) {
            return Tongue.of(said, "en");
        }
        return given.equals("en") || given.equals("fr")
                ? given
                : missing("language", "glossary.language.unknown");
    }

    private static String missing(String field, String why) {
        throw ProblemException.invalid(field, why);
    }
}
