package rounds.search;

import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;

/// The documents of one segment that one audience may find, and how many of them hold a word.
final class AudienceSlice {
    /// Counting again is cheap; remembering every word ever asked for is not.
    private static final int REMEMBERED = 4_096;

    private final FixedBitSet documents;
    private final int size;
    private final boolean whole;
    private final ConcurrentHashMap<Term, Integer> frequencies = new ConcurrentHashMap<>();

    /// @param documents changed to leave out what was deleted
    AudienceSlice(FixedBitSet documents, LeafReader reader) {
        Bits live = reader.getLiveDocs();
        if (live != null) {
            live.applyMask(documents, 0);
        }
        this.documents = documents;
        this.size = documents.cardinality();
        this.whole = size == reader.maxDoc();
    }

    FixedBitSet documents() {
        return documents;
    }

    int size() {
        return size;
    }

    /// Nothing of the segment is kept from this audience.
    boolean isWhole() {
        return whole;
    }

    int bytes() {
        return documents.length() / 8 + 256;
    }

    int frequency(LeafReader reader, Term term) throws IOException {
        if (whole) {
            return reader.docFreq(term);
        }
        Integer known = frequencies.get(term);
        if (known != null) {
            return known;
        }
        int counted = count(reader, term);
        if (frequencies.size() >= REMEMBERED) {
            frequencies.clear();
        }
        frequencies.put(term, counted);
        return counted;
    }

    private int count(LeafReader reader, Term term) throws IOException {
        PostingsEnum postings = reader.postings(term, PostingsEnum.NONE);
        if (postings == null) {
            return 0;
        }
        int count = 0;
        for (int doc = postings.nextDoc();
                doc != DocIdSetIterator.NO_MORE_DOCS;
                doc = postings.nextDoc()) {
            if (documents.get(doc)) {
                count++;
            }
        }
        return count;
    }
}
