package rounds.platform.phi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A passage of a text that could tell who a patient is, as it is shown to whoever wrote it.
///
/// @param text the passage itself, of at most 500 `char`s
/// @param start where it begins, in `char`s
/// @param before the words before it, on the same line
/// @param after the words behind it
/// @param certain whether it identifies somebody beyond doubt
/// @param widenings what may stand in its place, the best first
public record Passage(
        Kind kind,
        String text,
        int start,
        String before,
        String after,
        boolean certain,
        List<Widening> widenings) {
    private static final int LONGEST = 500;

    private static final Pattern NAME = Pattern.compile("[^,;\\n]+");

    /// A shorter last name is a word in many sentences.
    private static final int SHORTEST_NAME = 3;

    /// So many `char`s around a passage are shown with it.
    private static final int AROUND = 60;

    /// In the order of the text. What is found only possible is left out: most of that is harmless,
    /// and nobody reads warnings that are.
    ///
    /// @param language of the text, ISO 639-1
    public static List<Passage> in(String text, String language) {
        return in(
                Identifiers.in(text),
                text,
                language,
                finding -> finding.certainty() != Certainty.POSSIBLE);
    }

    /// The same of what is told about one person: every whole day in it may be one of hers, and who
    /// is named in one of its texts is found in the others.
    ///
    /// @param names that were met in all of it, as [#names] tells them
    public static List<Passage> inStory(String text, String language, Set<String> names) {
        return in(
                Identifiers.inStory(text, names),
                text,
                language,
                finding ->
                        finding.certainty() != Certainty.POSSIBLE || finding.kind() == Kind.DATE);
    }

    /// The words of the likely names in some texts, in small letters.
    public static Set<String> names(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> Identifiers.names(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// What in some names, one a line or between commas, is somebody's: tags have small letters,
    /// and hyphens between their words.
    public static List<Passage> inNames(String names) {
        var passages = new ArrayList<Passage>();
        Matcher name = NAME.matcher(names);
        while (name.find()) {
            String told = capitals(name.group().replace('-', ' '));
            in(told, "en").stream()
                    .findFirst()
                    .ifPresent(found ->
                            passages.add(
                                    new Passage(
                                            found.kind,
                                            name.group().strip(),
                                            name.start(),
                                            "",
                                            "",
                                            found.certain,
                                            List.of())));
        }
        return List.copyOf(passages);
    }

    /// The same of the names of files, one a line: there a name stands without a title before it.
    public static List<Passage> inFileNames(String names) {
        var passages = new ArrayList<Passage>();
        int start = 0;
        for (String name : names.split("\n", -1)) {
            String told = name.replace('_', ' ');
            List<Passage> found = in(capitals(told), "en");
            if (!found.isEmpty() || FileName.names(name)) {
                boolean certain = found.stream().anyMatch(Passage::certain);
                Kind kind = found.isEmpty() ? Kind.NAME : found.getFirst().kind;
                passages.add(new Passage(kind, name, start, "", "", certain, List.of()));
            }
            start += name.length() + 1;
        }
        return List.copyOf(passages);
    }

    /// Where a text says the whole name of somebody, or the last part of it.
    public static List<Passage> ofName(String text, String name) {
        String[] parts = name.strip().split("\\s+");
        String last = parts[parts.length - 1];
        if (last.length() < SHORTEST_NAME) {
            return List.of();
        }
        String before =
                Arrays.stream(parts, 0, parts.length - 1)
                        .map(part -> Pattern.quote(part) + "\\s+")
                        .collect(Collectors.joining());
        return Pattern.compile(
                        "(?iu)(?<![\\p{L}\\p{N}])(?:"
                                + before
                                + ")?"
                                + Pattern.quote(last)
                                + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .results()
                .map(found ->
                        new Passage(
                                Kind.NAME,
                                found.group(),
                                found.start(),
                                before(text, found.start()),
                                after(text, found.end()),
                                false,
                                List.of()))
                .toList();
    }

    private static String capitals(String words) {
        return Arrays.stream(words.strip().split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static List<Passage> in(
            List<Finding> all, String text, String language, Predicate<Finding> asked) {
        List<Finding> found = all.stream().filter(asked).toList();
        return found.stream()
                .map(finding -> of(text, finding, Widening.of(text, finding, found, language)))
                .toList();
    }

    private static Passage of(String text, Finding finding, List<Widening> widenings) {
        int end = Math.min(finding.end(), finding.start() + LONGEST);
        return new Passage(
                finding.kind(),
                text.substring(finding.start(), end),
                finding.start(),
                before(text, finding.start()),
                after(text, end),
                finding.certainty() == Certainty.CERTAIN,
                widenings);
    }

    private static String before(String text, int place) {
        int line = text.lastIndexOf('\n', place - 1) + 1;
        if (place - line <= AROUND) {
            return text.substring(line, place);
        }
        int word = text.indexOf(' ', place - AROUND);
        return "…" + text.substring(word < 0 || word >= place ? place - AROUND : word, place);
    }

    private static String after(String text, int place) {
        int found = text.indexOf('\n', place);
        int line = found < 0 ? text.length() : found;
        if (line - place <= AROUND) {
            return text.substring(place, line);
        }
        int word = text.lastIndexOf(' ', place + AROUND);
        return text.substring(place, word <= place ? place + AROUND : word) + "…";
    }

    /// The same without words that may stand in its place.
    public Passage bare() {
        return new Passage(kind, text, start, before, after, certain, List.of());
    }

    /// A text in which the same passage is said more broadly, wherever it stands.
    ///
    /// @param passages of that text, those that read the same
    /// @param choice which of the offered words, from 0; the last where fewer are offered
    public static String widened(String text, List<Passage> passages, int choice) {
        var wider = new StringBuilder(text);
        int last = text.length();
        for (Passage passage : passages.reversed()) {
            List<Widening> offers = passage.widenings();
            Widening one = offers.get(Math.min(choice, offers.size() - 1));
            // The words around two passages that stand side by side may be the same.
            wider.replace(one.start(), Math.min(one.end(), last), one.words());
            last = one.start();
        }
        return wider.toString();
    }
}
