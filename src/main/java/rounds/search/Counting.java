package rounds.search;

import org.apache.lucene.facet.Facets;
import org.apache.lucene.index.DirectoryReader;

import rounds.search.SearchResults.Count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says how many hits there are by each value of each facet, so that they can be narrowed by a
/// click. Only what the viewer may read is counted, and only what she may know is named.
final class Counting {
    private final FacetCounts counts = new FacetCounts();
    private final Audiences audiences;

    Counting(Audiences audiences) {
        this.audiences = audiences;
    }

    Map<Facet, List<Count>> of(Question question, DirectoryReader reader) throws IOException {
        var counted = new EnumMap<Facet, List<Count>>(Facet.class);
        Facets whole = counts.of(reader, question.counted());
        for (Facet facet : Facet.values()) {
            Facets facets =
                    question.narrows(facet) ? counts.of(reader, question.counted(facet)) : whole;
            if (facets != null) {
                counted.put(facet, FacetCounts.top(facets, facet));
            }
        }
        return named(counted);
    }

    private Map<Facet, List<Count>> named(Map<Facet, List<Count>> counted) {
        var named = new EnumMap<Facet, List<Count>>(Facet.class);
        counted.forEach((facet, values) -> {
            List<Count> known =
                    switch (facet) {
                        case COMMUNITY -> known(values, audiences::communitiesById);
                        case AUTHOR -> known(values, audiences::peopleById);
                        default -> values;
                    };
            if (!known.isEmpty()) {
                named.put(facet, known);
            }
        });
        return named;
    }

    private static List<Count> known(List<Count> values, Function<List<Long>, List<Called>> byId) {
        List<Long> ids = values.stream().map(one -> Long.valueOf(one.value())).toList();
        Map<Long, Called> called =
                byId.apply(ids).stream().collect(Collectors.toMap(Called::id, Function.identity()));
        var known = new ArrayList<Count>();
        for (Count one : values) {
            Called who = called.get(Long.valueOf(one.value()));
            if (who != null) {
                known.add(new Count(who.handle(), who.name(), one.hits()));
            }
        }
        return known;
    }
}
