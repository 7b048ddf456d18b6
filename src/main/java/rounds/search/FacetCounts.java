package rounds.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

import rounds.search.SearchResults.Count;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Counts hits by the values of facets. What it needs to know of a state of the index is made once
/// for all who ask it.
final class FacetCounts {
    private static final int MOST_STATES = 8;

    private final Cache<IndexReader.CacheKey, SortedSetDocValuesReaderState> states =
            Caffeine.newBuilder()
                    .maximumSize(MOST_STATES)
                    .expireAfterAccess(Duration.ofMinutes(2))
                    .build();

    /// @return null where the index holds nothing to count
    @Nullable Facets of(DirectoryReader reader, FacetsCollector collected) throws IOException {
        SortedSetDocValuesReaderState state = state(reader);
        return state == null ? null : new SortedSetDocValuesFacetCounts(state, collected);
    }

    private @Nullable SortedSetDocValuesReaderState state(DirectoryReader reader)
            throws IOException {
        IndexReader.CacheKey key = reader.getReaderCacheHelper().getKey();
        @Nullable SortedSetDocValuesReaderState known = states.getIfPresent(key);
        if (known == null) {
            try {
                known = new DefaultSortedSetDocValuesReaderState(reader, Facet.CONFIG);
            } catch (IllegalArgumentException _) {
                // Thrown where no document at all has a facet.
                return null;
            }
            states.put(key, known);
        }
        return known;
    }

    /// The values that most hits have, the most frequent first; each is called as it stands in the
    /// index.
    static List<Count> top(Facets counted, Facet facet, int most) throws IOException {
        var counts = new ArrayList<Count>();
        FacetResult top = counted.getTopChildren(most, facet.field());
        if (top != null) {
            for (LabelAndValue one : top.labelValues) {
                counts.add(new Count(one.label, one.label, one.value.intValue()));
            }
        }
        return List.copyOf(counts);
    }
}
