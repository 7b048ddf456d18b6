package rounds.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Looks at a few documents of the index, whether a query finds them.
final class Holding {
    private Holding() {}

    /// Which of these documents, that the audience was shown, the query finds.
    ///
    /// @param weight of the query
    /// @param shown in ascending order
    static Set<Integer> of(Weight weight, List<LeafReaderContext> leaves, List<Integer> shown)
            throws IOException {
        var holding = new HashSet<Integer>();
        int at = 0;
        for (LeafReaderContext leaf : leaves) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int from = at;
            while (at < shown.size() && shown.get(at) < end) {
                at++;
            }
            Scorer scorer = from == at ? null : weight.scorer(leaf);
            if (scorer != null) {
                addHolding(scorer, leaf.docBase, shown.subList(from, at), holding);
            }
        }
        return holding;
    }

    private static void addHolding(
            Scorer scorer, int base, List<Integer> shown, Set<Integer> holding) throws IOException {
        TwoPhaseIterator close = scorer.twoPhaseIterator();
        DocIdSetIterator found = close == null ? scorer.iterator() : close.approximation();
        for (int document : shown) {
            if (found.docID() < document - base) {
                found.advance(document - base);
            }
            if (found.docID() == document - base && (close == null || close.matches())) {
                holding.add(document);
            }
        }
    }
}
