package rounds.web.topics;

import rounds.kernel.ContentRef;
import rounds.topics.Cited;
import rounds.topics.Citing;
import rounds.topics.Source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A summary as its viewer reads it: each citation a number that leads to its source, with a sign
/// where that has changed. Of what she may not read there is nothing but the sign that some readers
/// have a source here.
///
/// @param html sanitised
/// @param sources those that she may read, in the order of their numbers
/// @param gone what is gone or is not for her to read; only who tends the topic is told
/// @param closed whether such a sign stands in it
public record CitedSummary(String html, List<Source> sources, List<Source> gone, boolean closed) {
    static final CitedSummary NONE = new CitedSummary("", List.of(), List.of(), false);

    /// @param said the sentences that stand in it, in the language of the topic
    static CitedSummary of(Citing citing, String html, List<Source> cited, Said said) {
        var numbers = new HashMap<ContentRef, Integer>();
        var sources = new ArrayList<Source>();
        var gone = new ArrayList<Source>();
        for (Source source : cited) {
            if (source.isGone()) {
                gone.add(source);
            } else {
                sources.add(source);
                numbers.put(source.content(), sources.size());
            }
        }
        Map<ContentRef, Source> byContent = new HashMap<>();
        cited.forEach(source -> byContent.put(source.content(), source));
        Set<ContentRef> closed = new HashSet<>();
        String shown =
                citing.replaced(
                        html,
                        one -> {
                            Integer number = numbers.get(one.content());
                            Source source = byContent.get(one.content());
                            if (number == null || source == null) {
                                if (source == null) {
                                    closed.add(one.content());
                                }
                                return words(one) + said.closed(source != null);
                            }
                            return linked(one, source) + said.number(number, source.isChanged());
                        });
        return new CitedSummary(shown, List.copyOf(sources), List.copyOf(gone), !closed.isEmpty());
    }

    private static String words(Cited one) {
        return one.words() == null ? "" : one.words();
    }

    private static String linked(Cited one, Source source) {
        return one.words() == null
                ? ""
                : "<a href=\"" + source.path() + "\">" + one.words() + "</a>";
    }

    /// A source with its number in the text.
    public record Numbered(int number, Source source) {}

    public List<Numbered> numbered() {
        return IntStream.range(0, sources.size())
                .mapToObj(i -> new Numbered(i + 1, sources.get(i)))
                .toList();
    }

    /// How many of them have changed since somebody who tends the topic looked at them.
    public int changed() {
        return (int) sources.stream().filter(Source::isChanged).count();
    }

    /// What stands in a summary in place of links, in words that hold no sign of HTML.
    interface Said {
        String number(int number, boolean changed);

        /// @param gone whether the reader, who tends the topic, is told that a source is missing
        String closed(boolean gone);
    }
}
