package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.platform.markdown.Sentences;
import rounds.topics.Cited;
import rounds.topics.Citing;
import rounds.topics.Source;
import rounds.topics.Sources;
import rounds.topics.Summaries;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A summary as its viewer reads it: each citation a number that leads to its source, with a sign
/// where that has changed. Of what she may not read there is nothing but the sign that some readers
/// have a source here.
///
/// @param html sanitised; what is said in it besides its words is [rounds.web.page.Spoken]
/// @param sources so many as are shown at once, and how it stands with all of them
/// @param closed whether such a sign stands in it
/// @param path of the list of all sources
/// @param changes what became of sources, sign by sign as they stand in the text
/// @param stale the sentences in which those signs stand
public record CitedSummary(
        String html,
        Sources sources,
        boolean closed,
        String path,
        List<Change> changes,
        List<Sentences.Sentence> stale) {
    /// So many sentences are listed at once; the others are marked in the text.
    private static final int LISTED = 10;

    static final CitedSummary NONE =
            new CitedSummary("", Sources.NONE, false, "", List.of(), List.of());

    /// What became of a source that a sentence leans on.
    ///
    /// @param number of the source; 0 where it is gone
    /// @param path where it stands in the list of sources; empty where it is gone
    public record Change(int number, Source.Became became, String path) {}

    /// A sentence that may no longer be right.
    ///
    /// @param words without layout; empty where a source stands alone
    public record Stale(int number, String words, List<Change> changes) {}

    static CitedSummary of(Citing citing, String html, Sources cited, String path, Said said) {
        var numbers = new HashMap<ContentRef, Integer>();
        cited.became()
                .forEach((content, became) -> {
                    if (became != Source.Became.GONE) {
                        numbers.put(content, numbers.size() + 1);
                    }
                });
        Set<ContentRef> closed = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        String shown =
                citing.replaced(
                        html,
                        one -> {
                            Source.Became became = cited.became().get(one.content());
                            Integer number = numbers.get(one.content());
                            if (became == null || number == null) {
                                if (became == null) {
                                    closed.add(one.content());
                                } else {
                                    changes.add(new Change(0, became, ""));
                                }
                                return words(one) + said.closed(became != null);
                            }
                            String address = address(path, number);
                            if (became.isChanged()) {
                                changes.add(new Change(number, became, address));
                            }
                            return linked(one) + said.number(number, address, became);
                        });
        return new CitedSummary(shown, cited, !closed.isEmpty(), path, changes, List.of());
    }

    /// With the sentences marked that lean on what changed or went.
    CitedSummary marked(Sentences.Marked marked) {
        return new CitedSummary(marked.html(), sources, closed, path, changes, marked.sentences());
    }

    /// The same with other HTML.
    CitedSummary with(String named) {
        return new CitedSummary(named, sources, closed, path, changes, stale);
    }

    /// The first of the sentences that may no longer be right.
    public List<Stale> listed() {
        return stale.stream()
                .limit(LISTED)
                .map(one ->
                        new Stale(
                                one.number(),
                                one.words(),
                                one.signs().stream().map(changes::get).distinct().toList()))
                .toList();
    }

    /// How many there are besides.
    public int unlisted() {
        return Math.max(0, stale.size() - LISTED);
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

    /// What stands in a summary in place of links, as safe HTML.
    interface Said {
        String number(int number, String address, Source.Became became);

        /// @param gone whether the reader, who tends the topic, is told that a source is missing
        String closed(boolean gone);
    }
}
