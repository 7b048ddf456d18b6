package rounds.search;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/// The discussions and documents in which something is found.
final class Groups extends SimpleCollector {
    private final Set<Long> ids = new HashSet<>();
    private @Nullable NumericDocValues groups;

    Set<Long> ids() {
        return ids;
    }

    /// All that stands in these discussions or documents.
    static Query in(Collection<Long> groups) {
        return groups.isEmpty()
                ? new MatchNoDocsQuery()
                : NumericDocValuesField.newSlowSetQuery(
                        IndexSchema.GROUP, groups.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
        groups = leaf.reader().getNumericDocValues(IndexSchema.GROUP);
    }

    @Override
    public void collect(int document) throws IOException {
        if (groups != null && groups.advanceExact(document)) {
            ids.add(groups.longValue());
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
