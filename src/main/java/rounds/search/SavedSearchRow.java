package rounds.search;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.search.SearchRequest.Extra;
import rounds.search.SearchRequest.Order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// @param narrowed the chosen values of each facet as `code:value`, one a line
/// @param newsSince what is older is no news
@Introspected
record SavedSearchRow(
        long id,
        long personId,
        String name,
        String words,
        String narrowed,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate toDay,
        @Nullable Long withinId,
        String sorted,
        boolean literal,
        boolean alerts,
        Instant savedAt,
        Instant lookedAt,
        Instant newsSince,
        @Nullable Instant deletedAt) {

    SavedSearch saved() {
        return new SavedSearch(id, name, asked(), alerts, savedAt, lookedAt, deletedAt);
    }

    SearchRequest asked() {
        return new SearchRequest(
                words,
                chosen(),
                fromDay,
                toDay,
                withinId,
                Order.valueOf(sorted.toUpperCase(Locale.ROOT)),
                literal ? Set.of(Extra.AS_TYPED) : Set.of(),
                SearchRequest.USUAL_HITS,
                null);
    }

    private Map<Facet, List<String>> chosen() {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        narrowed.lines()
                .forEach(line -> {
                    int colon = line.indexOf(':');
                    facet(line.substring(0, colon))
                            .ifPresent(facet ->
                                    chosen.computeIfAbsent(facet, _ -> new ArrayList<>())
                                            .add(line.substring(colon + 1)));
                });
        return chosen;
    }

    private static Optional<Facet> facet(String code) {
        return Arrays.stream(Facet.values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /// The same as it is stored.
    static String[] narrowed(SearchRequest asked) {
        return asked.chosen().entrySet().stream()
                .flatMap(one ->
                        one.getValue().stream()
                                .map(value -> one.getKey().code() + ":" + line(value)))
                .toArray(String[]::new);
    }

    private static String line(String value) {
        return value.replaceAll("\\p{Cntrl}+", " ");
    }
}
