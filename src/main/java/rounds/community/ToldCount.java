package rounds.community;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one value of what people say would narrow to.
///
/// @param value as most of them write it
public record ToldCount(String value, int people) {
    /// More values than these help nobody to choose.
    static final int MOST = 8;

    /// So many are counted of which the first are shown.
    private static final int LOOKED_AT = 40;

    /// Those that fit most people come first.
    static List<ToldCount> of(Told told, List<Colleague> people) {
        var said = new HashMap<List<String>, Map<String, Integer>>();
        for (Colleague one : people) {
            for (String value : told.of(one)) {
                said.computeIfAbsent(Told.words(value), _ -> new HashMap<>())
                        .merge(value, 1, Integer::sum);
            }
        }
        said.remove(List.<String>of());
        return said.values().stream()
                .sorted(Comparator.comparing(written -> -sum(written)))
                .limit(LOOKED_AT)
                .map(ToldCount::usual)
                .map(value ->
                        new ToldCount(
                                value,
                                (int) people.stream().filter(one -> told.fits(value, one)).count()))
                .sorted(
                        Comparator.comparing((ToldCount one) -> -one.people)
                                .thenComparing(one -> String.join(" ", Told.words(one.value))))
                .limit(MOST)
                .toList();
    }

    private static int sum(Map<String, Integer> written) {
        return written.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static String usual(Map<String, Integer> written) {
        return written.entrySet().stream()
                .min(
                        Comparator.comparing((Map.Entry<String, Integer> one) -> -one.getValue())
                                .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
    }
}
