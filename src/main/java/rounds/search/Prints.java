package rounds.search;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.Bits;

import rounds.kernel.ContentType;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// The fingerprints of all documents of one type, by which each is asked for once.
final class Prints {
    private final long[] ids;
    private final long[] prints;
    private final BitSet asked = new BitSet();

    private Prints(long[] ids, long[] prints) {
        Integer[] order = IntStream.range(0, ids.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (one, other) -> Long.compare(ids[one], ids[other]));
        this.ids = Arrays.stream(order).mapToLong(i -> ids[i]).toArray();
        this.prints = Arrays.stream(order).mapToLong(i -> prints[i]).toArray();
    }

    static Prints of(DirectoryReader reader, ContentType type) throws IOException {
        long[] ids = new long[reader.numDocs()];
        long[] prints = new long[reader.numDocs()];
        int count = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            count = add(leaf.reader(), type, ids, prints, count);
        }
        return new Prints(Arrays.copyOf(ids, count), Arrays.copyOf(prints, count));
    }

    private static int add(
            LeafReader reader, ContentType type, long[] ids, long[] prints, int before)
            throws IOException {
        int count = before;
        Bits live = reader.getLiveDocs();
        SortedDocValues types = reader.getSortedDocValues(IndexSchema.TYPE);
        NumericDocValues id = reader.getNumericDocValues(IndexSchema.ID);
        NumericDocValues print = reader.getNumericDocValues(IndexSchema.PRINT);
        for (int doc = 0; doc < reader.maxDoc(); doc++) {
            if ((live == null || live.get(doc))
                    && types.advanceExact(doc)
                    && types.lookupOrd(types.ordValue()).utf8ToString().equals(type.code())
                    && id.advanceExact(doc)
                    && print.advanceExact(doc)) {
                ids[count] = id.longValue();
                prints[count++] = print.longValue();
            }
        }
        return count;
    }

    enum Verdict {
        SAME,
        OTHER,
        MISSING
    }

    Verdict compare(long id, long print) {
        int place = Arrays.binarySearch(ids, id);
        if (place < 0) {
            return Verdict.MISSING;
        }
        asked.set(place);
        return prints[place] == print ? Verdict.SAME : Verdict.OTHER;
    }

    /// Documents that nothing was compared with, second copies among them.
    List<Long> notAsked() {
        return IntStream.range(0, ids.length)
                .filter(place -> !asked.get(place))
                .mapToObj(place -> ids[place])
                .toList();
    }
}
