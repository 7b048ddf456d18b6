package rounds.search;

import org.apache.lucene.facet.Facets;
import org.apache.lucene.index.DirectoryReader;

import rounds.search.SearchResults.Count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Says how many hits there are by each value of each facet, so that they can be narrowed by a
/// click. Only what the viewer may read is counted, and only what she may know is named.
final class Counting {
    /// Of so many authors, those of most of the hits, it is looked at what they say of themselves.
    private static final int MOST_AUTHORS = 1_000;

    private static final Set<Trait> OF_DISCUSSIONS =
            EnumSet.of(Trait.OPEN, Trait.SOLVED, Trait.CLOSED);

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
                counted.put(
                        facet,
                        Facet.OF_AUTHORS.contains(facet)
                                ? ofAuthors(facets, facet)
                                : FacetCounts.top(facets, facet, Facet.MOST_VALUES));
            }
        }
        if (whole != null) {
            counted.put(
                    Facet.IS, ofDiscussions(question, counted.getOrDefault(Facet.IS, List.of())));
        }
        return named(counted);
    }

    /// What is said of a discussion holds for all that stands in it, as where it is narrowed to.
    private static List<Count> ofDiscussions(Question question, List<Count> counted)
            throws IOException {
        var counts = new ArrayList<Count>();
        for (Count one : counted) {
            if (!OF_DISCUSSIONS.contains(Trait.of(one.value()))) {
                counts.add(one);
            }
        }
        for (Trait trait : OF_DISCUSSIONS) {
            int hits = question.counted(trait);
            if (hits > 0) {
                counts.add(new Count(trait.code(), trait.code(), hits));
            }
        }
        counts.sort(Comparator.comparingInt(Count::hits).reversed());
        return List.copyOf(counts);
    }

    /// However they write it, in capitals or not, it is one value, called as most of the hits'
    /// authors call it.
    private List<Count> ofAuthors(Facets facets, Facet facet) throws IOException {
        Map<Long, Integer> hits =
                FacetCounts.top(facets, Facet.AUTHOR, MOST_AUTHORS).stream()
                        .collect(Collectors.toMap(one -> Long.valueOf(one.value()), Count::hits));
        var sums = new HashMap<String, Map<String, Integer>>();
        for (AuthorRow author : audiences.authors(List.copyOf(hits.keySet()))) {
            for (String said : Set.copyOf(author.of(facet))) {
                sums.computeIfAbsent(IndexSchema.lower(said), _ -> new HashMap<>())
                        .merge(said, hits.getOrDefault(author.id(), 0), Integer::sum);
            }
        }
        return sums.values().stream()
                .map(Counting::one)
                .sorted(Comparator.comparingInt(Count::hits).reversed().thenComparing(Count::value))
                .limit(Facet.MOST_VALUES)
                .toList();
    }

    private static Count one(Map<String, Integer> written) {
        String most =
                written.entrySet().stream()
                        .max(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow()
                        .getKey();
        return new Count(most, most, written.values().stream().mapToInt(Integer::intValue).sum());
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
