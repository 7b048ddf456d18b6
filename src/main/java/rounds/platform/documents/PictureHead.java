package rounds.platform.documents;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// What the head of a picture promises, before anybody unfolds it.
final class PictureHead {
    /// Photographs of large cameras have half of it; unfolded, it takes 400 MB.
    private static final long MOST_POINTS = 100_000_000;

    private PictureHead() {}

    /// @throws RefusedDocument for one of too many points, and one whose head is broken
    static DocumentType check(Bytes bytes, DocumentType type) throws RefusedDocument, IOException {
        try {
            long points =
                    switch (type) {
                        case PNG -> png(bytes);
                        case JPEG -> jpeg(bytes);
                        case WEBP -> webp(bytes);
                        case PDF, DOCX, PPTX, XLSX, ODT, ODP, TXT, MD, CSV ->
                                throw new IllegalArgumentException(type.code());
                    };
            if (points <= 0) {
                throw new RefusedDocument(Refusal.DAMAGED);
            }
            if (points > MOST_POINTS) {
                throw new RefusedDocument(Refusal.BOMB);
            }
            return type;
        } catch (EOFException cutOff) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }

    private static long png(Bytes bytes) throws IOException {
        ByteBuffer size = bytes.at(16, 8).order(ByteOrder.BIG_ENDIAN);
        return points(size.getInt(), size.getInt());
    }

    /// Its size stands in the first frame, behind any number of other pieces.
    private static long jpeg(Bytes bytes) throws IOException {
        long at = 2;
        while (true) {
            ByteBuffer piece = bytes.at(at, 4).order(ByteOrder.BIG_ENDIAN);
            int sign = piece.get() & 0xff;
            int kind = piece.get() & 0xff;
            if (sign != 0xff || kind == 0xda) {
                return 0;
            }
            if (kind >= 0xc0 && kind <= 0xcf && kind != 0xc4 && kind != 0xc8 && kind != 0xcc) {
                ByteBuffer size = bytes.at(at + 5, 4).order(ByteOrder.BIG_ENDIAN);
                return points(size.getShort() & 0xffff, size.getShort() & 0xffff);
            }
            at += kind == 0xff ? 1 : 2 + (piece.getShort() & 0xffff);
        }
    }

    private static long webp(Bytes bytes) throws IOException {
        ByteBuffer head = bytes.at(0, 30);
        return switch (bytes.text(12, 4)) {
            case "VP8X" -> points(1 + (head.getInt(23) >>> 8), 1 + (head.getInt(26) >>> 8));
            case "VP8L" -> {
                int size = head.getInt(21);
                yield points(1 + (size & 0x3fff), 1 + (size >>> 14 & 0x3fff));
            }
            case "VP8 " -> points(head.getShort(26) & 0x3fff, head.getShort(28) & 0x3fff);
            default -> 0;
        };
    }

    private static long points(int width, int height) {
        return width <= 0 || height <= 0 ? 0 : (long) width * height;
    }
}
