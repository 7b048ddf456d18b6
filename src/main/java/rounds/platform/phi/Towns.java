package rounds.platform.phi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Where somebody lives, by the name of the town alone: "in Smithers", "à Chibougamau". Few people
/// live in most towns; with what is told of one of them that can be enough to know her. Asked of
/// what is told about one person, and of nothing else: a discussion may speak of any town.
final class Towns implements Detector {
    private static final String NAME = "\\p{Lu}\\p{Ll}[\\p{L}'-]{1,30}";

    private static final Pattern IN =
            Pattern.compile(
                    "(?<![\\p{L}\\d'-])(?:[Ii]n|[Àà]|[Nn]ear|[Pp]rès de) ("
                            + NAME
                            + "(?: (?:"
                            + NAME
                            + "|St\\.|sur|du|de|la|des)){0,3})(?![\\p{L}'-])");

    /// What makes another thing of the words before it: a paper, a rule, somebody's work.
    private static final Pattern BEHIND =
            Pattern.compile(
                    "^(?:'s?\\b| (?:et al|and (?:colleagues|coworkers)|disease|syndrome|trial|study|patients|criteria|cells)\\b|,? ?\\(?(?:19|20)\\d\\d|[-/]?\\d| ?\\[)");

    /// Towns that the list of what is nobody's name has, too.
    private static final Set<String> KNOWN =
            Set.of(
                    "toronto",
                    "montreal",
                    "montréal",
                    "vancouver",
                    "ottawa",
                    "calgary",
                    "edmonton",
                    "winnipeg",
                    "halifax",
                    "hamilton",
                    "saskatoon",
                    "kelowna",
                    "kamloops",
                    "surrey",
                    "burnaby",
                    "richmond",
                    "nanaimo",
                    "abbotsford",
                    "kingston",
                    "windsor",
                    "sudbury",
                    "gatineau",
                    "laval",
                    "sherbrooke",
                    "longueuil",
                    "trois-rivières",
                    "saguenay",
                    "fredericton",
                    "moncton",
                    "charlottetown",
                    "whitehorse",
                    "yellowknife",
                    "iqaluit",
                    "mississauga",
                    "brampton",
                    "victoria",
                    "regina");

    @Override
    public void look(Reading reading, Findings found) {
        reading.each(
                IN,
                match -> {
                    int end = end(match);
                    if (end > match.start(1)
                            && !reading.behind(end, 24, BEHIND)
                            && isTown(reading.text().substring(match.start(1), end))) {
                        found.add(
                                match.start(1),
                                end,
                                Kind.ADDRESS,
                                Certainty.LIKELY,
                                Suggestion.TOWN);
                    }
                });
    }

    /// Without the small words that stand behind the name.
    private static int end(MatchResult match) {
        String words = match.group(1);
        return match.start(1) + words.replaceFirst("(?: (?:sur|du|de|la|des))+$", "").length();
    }

    private static boolean isTown(String name) {
        String[] words = name.split(" ");
        boolean known = Arrays.stream(words).anyMatch(Towns::isKnown);
        boolean thing =
                Arrays.stream(words)
                        .anyMatch(word ->
                                !isKnown(word)
                                        && (Capitals.isThing(word)
                                                || Capitals.isEponym(word)
                                                || Capitals.isOther(word)
                                                || GivenNames.has(word)));
        return !thing && (known || Arrays.stream(words).anyMatch(Towns::isNoWord));
    }

    private static boolean isKnown(String word) {
        return KNOWN.contains(word.toLowerCase(Locale.ROOT));
    }

    private static boolean isNoWord(String word) {
        return word.length() > 3 && !Words.isWord(word) && !Capitals.isFrench(word);
    }
}
