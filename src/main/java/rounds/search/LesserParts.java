package rounds.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Of what is found in parts, a document page by page or a discussion post by post, the part that
/// comes first stands for the whole: these are the others. Costs a step for each part that is
/// found.
final class LesserParts extends Query {
    private final FixedBitSet documents;

    private LesserParts(FixedBitSet documents) {
        this.documents = documents;
    }

    /// @param parts the query, narrowed to what is found in parts
    /// @param field the number by which a part comes first; null: what says best what was asked for
    /// @return null where there are none
    static @Nullable LesserParts of(IndexSearcher searcher, Query parts, @Nullable String field)
            throws IOException {
        var best = new Best(searcher.getIndexReader().maxDoc(), field);
        searcher.search(parts, best);
        return best.lesser.cardinality() == 0 ? null : new LesserParts(best.lesser);
    }

    private static final class Best extends SimpleCollector {
        private final FixedBitSet lesser;
        private final Map<Long, Part> best = new HashMap<>();
        private @Nullable NumericDocValues groups;
        private @Nullable NumericDocValues ids;
        private @Nullable Scorable scorer;
        private final @Nullable String field;
        private @Nullable SortedNumericDocValues numbers;
        private int base;

        private record Part(int document, long number, float score, long id) {
            /// Of two that say it equally well the earlier one: what is said of a resource comes
            /// before its pages.
            boolean beats(Part other) {
                if (number != other.number) {
                    return number > other.number;
                }
                return score > other.score || (score == other.score && id < other.id);
            }
        }

        Best(int documents, @Nullable String field) {
            this.field = field;
            lesser = new FixedBitSet(Math.max(1, documents));
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            base = leaf.docBase;
            groups = leaf.reader().getNumericDocValues(IndexSchema.GROUP);
            ids = leaf.reader().getNumericDocValues(IndexSchema.ID);
            numbers = field == null ? null : leaf.reader().getSortedNumericDocValues(field);
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int local) throws IOException {
            if (groups == null
                    || ids == null
                    || scorer == null
                    || !groups.advanceExact(local)
                    || !ids.advanceExact(local)) {
                return;
            }
            var part = new Part(base + local, number(local), scorer.score(), ids.longValue());
            Part before = best.get(groups.longValue());
            if (before == null || part.beats(before)) {
                best.put(groups.longValue(), part);
                if (before != null) {
                    lesser.set(before.document);
                }
            } else {
                lesser.set(part.document);
            }
        }

        private long number(int local) throws IOException {
            return numbers != null && numbers.advanceExact(local) ? numbers.nextValue() : 0;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                int count = leaf.reader().maxDoc();
                var here = new FixedBitSet(Math.max(1, count));
                for (int i = documents.nextSetBit(leaf.docBase, leaf.docBase + count);
                        i < leaf.docBase + count;
                        i = documents.nextSetBit(i + 1, leaf.docBase + count)) {
                    here.set(i - leaf.docBase);
                    if (i + 1 >= leaf.docBase + count) {
                        break;
                    }
                }
                return ConstantScoreScorerSupplier.fromIterator(
                        new BitSetIterator(here, here.cardinality()), score(), mode, count);
            }

            @Override
            public boolean isCacheable(LeafReaderContext leaf) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "lesser parts";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
