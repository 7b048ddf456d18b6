package rounds.forum;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How many discussions hold something new to somebody, by community and kind.
///
/// @param counts those above zero, in the order of the communities' names; counted up to [#MOST] in
///   each community and kind
public record Unread(List<Count> counts) {
    public static final Unread NONE = new Unread(List.of());

    /// More than these are told as "99+".
    public static final int MOST = 99;

    /// Of one kind in one community.
    public record Count(String slug, String name, Kind kind, int number) {}

    /// How many there are in each community, by its slug.
    public Map<String, Integer> byCommunity() {
        var sums = new LinkedHashMap<String, Integer>();
        counts.forEach(count -> sums.merge(count.slug(), count.number(), Integer::sum));
        return sums;
    }

    /// How many there are of each kind, by its code, in the community of that slug. The kinds stand
    /// in their own order, here as everywhere: a row of them stays as it is when one is chosen.
    public Map<String, Integer> byKind(String slug) {
        return byKind(counts.stream().filter(count -> count.slug().equals(slug)));
    }

    /// The same in all of them.
    public Map<String, Integer> byKind() {
        return byKind(counts.stream());
    }

    private static Map<String, Integer> byKind(Stream<Count> counts) {
        var sums = new LinkedHashMap<String, Integer>();
        counts.sorted(Comparator.comparing(Count::kind))
                .forEach(count -> sums.merge(count.kind().code(), count.number(), Integer::sum));
        return sums;
    }

    public int in(String slug) {
        return byCommunity().getOrDefault(slug, 0);
    }

    public int total() {
        return counts.stream().mapToInt(Count::number).sum();
    }
}
