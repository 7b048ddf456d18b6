package rounds.search;

import org.apache.lucene.search.FieldDoc;

import rounds.kernel.ProblemException;
import rounds.search.SearchRequest.Order;
import rounds.search.Understood.Match;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;

/// Where a page of hits ended, and by which rule they were found, so that the next page goes on by
/// the same.
///
/// @param score of the last hit; 0 unless the best come first
/// @param helpful how many the last hit helped; 0 unless the most helpful come first
record Place(Match match, Order order, float score, long helpful, long at, long id) {
    private static final int LENGTH = 2 + Float.BYTES + 3 * Long.BYTES;

    static Place of(Match match, Order order, FieldDoc last) {
        Object[] fields = last.fields;
        int at = fields.length - 2;
        return new Place(
                match,
                order,
                order == Order.BEST ? (float) fields[0] : 0,
                order == Order.HELPFUL ? (long) fields[0] : 0,
                (long) fields[at],
                (long) fields[at + 1]);
    }

    /// @throws ProblemException when it is not one of ours
    static Place parse(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() != LENGTH) {
                throw new IllegalArgumentException("length");
            }
            var place =
                    new Place(
                            of(Match.values(), bytes.get()),
                            of(Order.values(), bytes.get()),
                            bytes.getFloat(),
                            bytes.getLong(),
                            bytes.getLong(),
                            bytes.getLong());
            if (Float.isNaN(place.score())) {
                throw new IllegalArgumentException("score");
            }
            return place;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw ProblemException.invalid("cursor", "search.cursor");
        }
    }

    private static <T> T of(T[] values, byte ordinal) {
        if (ordinal < 0 || ordinal >= values.length) {
            throw new IllegalArgumentException("ordinal");
        }
        return values[ordinal];
    }

    String cursor() {
        byte[] bytes =
                ByteBuffer.allocate(LENGTH)
                        .put((byte) match.ordinal())
                        .put((byte) order.ordinal())
                        .putFloat(score)
                        .putLong(helpful)
                        .putLong(at)
                        .putLong(id)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Every document has another id, so none stands at the same place but the one itself.
    FieldDoc after() {
        var fields = new ArrayList<Object>();
        switch (order) {
            case BEST -> fields.add(score);
            case HELPFUL -> fields.add(helpful);
            case NEWEST -> {}
        }
        fields.add(at);
        fields.add(id);
        return new FieldDoc(Integer.MAX_VALUE, score, fields.toArray());
    }
}
