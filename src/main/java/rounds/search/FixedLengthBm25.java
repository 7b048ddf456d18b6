package rounds.search;

import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;

/// BM25 with mean lengths that do not depend on what lies in the index: a sum over all texts would
/// tell of texts the viewer may not read.
final class FixedLengthBm25 extends BM25Similarity {
    private static final float K1 = 1.2f;
    private static final float B = 0.6f;

    /// About what a post of a professional forum has, in words.
    private static final float MEAN_TEXT = 130;

    /// Below the mean of real titles, so that a long title gains little by each of its words.
    private static final float MEAN_TITLE = 4;

    FixedLengthBm25() {
        super(K1, B);
    }

    @Override
    protected float avgFieldLength(CollectionStatistics statistics) {
        return statistics.field().endsWith(TextPart.TITLE_SUFFIX) ? MEAN_TITLE : MEAN_TEXT;
    }
}
