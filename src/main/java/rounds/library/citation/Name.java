package rounds.library.citation;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An author: a person, or a group that is cited by its whole name.
///
/// @param family with its particles: `van der Berg`; of a group its whole name
/// @param given as far as it is known, at least initials: `J. A.`; empty for a group
/// @param suffix `Jr`; empty for most
public record Name(String family, String given, String suffix) {
    private static final Pattern CITED =
            Pattern.compile(
                    "(?<family>\\S.*?),? (?<initials>\\p{Lu}{1,3}|(?:\\p{Lu}\\.[ -]?){1,4})(?:,? (?<suffix>Jr|Sr|2nd|3rd)\\.?)?");

    static Name group(String name) {
        return new Name(name, "", "");
    }

    /// Reads a name as it is cited, `Diallo AB`. What does not end in initials stays whole: one
    /// cannot know whether a group or a person is meant.
    public static Name of(String cited) {
        Matcher found = CITED.matcher(cited.strip());
        if (!found.matches() || found.group("family").chars().noneMatch(Character::isLowerCase)) {
            return group(cited.strip());
        }
        String suffix = found.group("suffix");
        return new Name(
                found.group("family"),
                initials(found.group("initials")).replaceAll("(?<=.)(?=.)", ". ") + ".",
                suffix == null ? "" : suffix);
    }

    boolean isGroup() {
        return given.isEmpty();
    }

    /// As Vancouver style has it: the family's name and initials without points.
    public String cited() {
        String name = isGroup() ? family : family + " " + initials(given);
        return suffix.isEmpty() ? name : name + " " + suffix;
    }

    private static String initials(String given) {
        if (given.matches("\\p{Lu}{2,3}")) {
            return given;
        }
        var initials = new StringBuilder();
        for (String part : given.split("[\\s.\\-\u2010\u2011]+", -1)) {
            if (!part.isEmpty()) {
                initials.appendCodePoint(part.codePointAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }
}
