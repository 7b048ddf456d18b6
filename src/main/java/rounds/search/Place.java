package rounds.search;

import org.apache.lucene.search.FieldDoc;

import rounds.kernel.ProblemException;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/// Where a page of hits ended, and by which rule they were found, so that the next page goes on by
/// the same.
///
/// @param score of the last hit; 0 when the newest come first
record Place(Understood.Match match, float score, long at, long id) {
    private static final int LENGTH = 1 + Float.BYTES + 2 * Long.BYTES;

    static Place of(Understood.Match match, FieldDoc last) {
        Object[] fields = last.fields;
        return match == Understood.Match.NEWEST
                ? new Place(match, 0, (long) fields[0], (long) fields[1])
                : new Place(match, (float) fields[0], (long) fields[1], (long) fields[2]);
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
                            match(bytes.get()), bytes.getFloat(), bytes.getLong(), bytes.getLong());
            if (Float.isNaN(place.score())) {
                throw new IllegalArgumentException("score");
            }
            return place;
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw ProblemException.invalid("cursor", "search.cursor");
        }
    }

    private static Understood.Match match(byte ordinal) {
        Understood.Match[] matches = Understood.Match.values();
        if (ordinal < 0 || ordinal >= matches.length) {
            throw new IllegalArgumentException("match");
        }
        return matches[ordinal];
    }

    String cursor() {
        byte[] bytes =
                ByteBuffer.allocate(LENGTH)
                        .put((byte) match.ordinal())
                        .putFloat(score)
                        .putLong(at)
                        .putLong(id)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Every document has another id, so none stands at the same place but the one itself.
    FieldDoc after() {
        Object[] fields =
                match == Understood.Match.NEWEST
                        ? new Object[] {at, id}
                        : new Object[] {score, at, id};
        return new FieldDoc(Integer.MAX_VALUE, score, fields);
    }
}
