package rounds.topics;

import rounds.kernel.ContentRef;

import java.util.List;
import java.util.Map;

/// What a summary cites, as its viewer may read it: so many of its sources as she wants to see at
/// once, and of all of them what became of each.
///
/// @param after so many come before those that are shown
/// @param shown those that she may read, in the order in which they are cited first
/// @param gone those that are gone or are not for her to read, at most [Summaries#SHOWN]; only who
///   tends the topic is told
/// @param became of each that is cited, in its order, what became of it
public record Sources(
        int after, List<Source> shown, List<Source> gone, Map<ContentRef, Source.Became> became) {

    public static final Sources NONE = new Sources(0, List.of(), List.of(), Map.of());

    static Sources of(int after, List<SourceRow> rows) {
        List<Source> all = rows.stream().map(SourceRow::source).toList();
        return new Sources(
                after,
                all.stream().filter(one -> !one.isGone()).toList(),
                all.stream().filter(Source::isGone).toList(),
                rows.isEmpty() ? Map.of() : rows.getFirst().cited());
    }

    /// How many of them she may read.
    public int readable() {
        return became.size() - missing();
    }

    /// How many are gone or are not for her to read.
    public int missing() {
        return (int) became.values().stream().filter(Source.Became.GONE::equals).count();
    }

    /// How many of those that she may read say something else than when somebody who tends the
    /// topic looked.
    public int changed() {
        int looked = (int) became.values().stream().filter(Source.Became::isChanged).count();
        return looked - missing() - hidden();
    }

    /// How many she may read, and others may not any more.
    public int hidden() {
        return (int) became.values().stream().filter(Source.Became.HIDDEN::equals).count();
    }
}
