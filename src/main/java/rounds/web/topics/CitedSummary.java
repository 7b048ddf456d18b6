package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.topics.Cited;
import rounds.topics.Citing;
import rounds.topics.Source;
import rounds.topics.Sources;
import rounds.topics.Summaries;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A summary as its viewer reads it: each citation a number that leads to its source, with a sign
/// where that has changed. Of what she may not read there is nothing but the sign that some readers
/// have a source here.
///
/// @param html sanitised
/// @param sources so many as are shown at once, and how it stands with all of them
/// @param closed whether such a sign stands in it
/// @param path of the list of all sources
public record CitedSummary(String html, Sources sources, boolean closed, String path) {
    static final CitedSummary NONE = new CitedSummary("", Sources.NONE, false, "");

    /// @param said the sentences that stand in it, in the language of the topic
    static CitedSummary of(Citing citing, String html, Sources cited, String path, Said said) {
        var numbers = new HashMap<ContentRef, Integer>();
        cited.became()
                .forEach((content, became) -> {
                    if (became != Source.Became.GONE) {
                        numbers.put(content, numbers.size() + 1);
                    }
                });
        Set<ContentRef> closed = new HashSet<>();
        String shown =
                citing.replaced(
                        html,
                        one -> {
                            Source.Became became = cited.became().get(one.content());
                            Integer number = numbers.get(one.content());
                            if (became == null || number == null) {
                                if (became == null) {
                                    closed.add(one.content());
                                }
                                return words(one) + said.closed(became != null);
                            }
                            return linked(one)
                                    + said.number(
                                            number, address(path, number), became.isChanged());
                        });
        return new CitedSummary(shown, cited, !closed.isEmpty(), path);
    }

    /// Where the source of that number stands: beside the summary, or on a later page of the list.
    private static String address(String path, int number) {
        int before = (number - 1) / Summaries.SHOWN * Summaries.SHOWN;
        return (before == 0 ? "" : path + "?after=" + before) + "#s" + number;
    }

    private static String words(Cited one) {
        return one.words() == null ? "" : one.words();
    }

    private static String linked(Cited one) {
        return one.words() == null ? "" : "<a href=\"" + one.path() + "\">" + one.words() + "</a>";
    }

    /// A source with its number in the text.
    public record Numbered(int number, Source source) {}

    public List<Numbered> numbered() {
        List<Source> shown = sources.shown();
        return IntStream.range(0, shown.size())
                .mapToObj(i -> new Numbered(sources.after() + i + 1, shown.get(i)))
                .toList();
    }

    /// Where the list begins, as its first number.
    public int first() {
        return sources.after() + 1;
    }

    /// How many come next; 0: those that are shown are the last.
    public int more() {
        return Math.clamp(
                (long) sources.readable() - sources.after() - sources.shown().size(),
                0,
                Summaries.SHOWN);
    }

    /// Where those stand; null: nowhere.
    public @Nullable String next() {
        return more() == 0 ? null : path + "?after=" + (sources.after() + sources.shown().size());
    }

    /// Where those stand that come before; null: nowhere.
    public @Nullable String previous() {
        return sources.after() == 0
                ? null
                : path + "?after=" + Math.max(0, sources.after() - Summaries.SHOWN);
    }

    /// What stands in a summary in place of links, in words that hold no sign of HTML.
    interface Said {
        String number(int number, String address, boolean changed);

        /// @param gone whether the reader, who tends the topic, is told that a source is missing
        String closed(boolean gone);
    }
}
