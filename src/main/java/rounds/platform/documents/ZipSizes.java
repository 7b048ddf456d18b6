package rounds.platform.documents;

import java.nio.ByteBuffer;

/// Sizes of four bytes that stand elsewhere in eight, one after the other.
final class ZipSizes {
    private final ByteBuffer eights;

    ZipSizes(ByteBuffer extra) {
        this.eights = find(extra);
    }

    private static ByteBuffer find(ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int kind = extra.getShort();
            int length = Math.min(extra.getShort() & 0xffff, extra.remaining());
            if (kind == 1) {
                return extra.slice(extra.position(), length).order(extra.order());
            }
            extra.position(extra.position() + length);
        }
        return ByteBuffer.allocate(0);
    }

    long of(int four) throws RefusedDocument {
        if (four != -1) {
            return four & 0xffffffffL;
        }
        if (eights.remaining() < 8) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
        return eights.getLong();
    }
}
