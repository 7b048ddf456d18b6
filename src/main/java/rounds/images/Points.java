package rounds.images;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Tells pictures that hold points and nothing else, as [Made] writes them: no words, no place, no
/// thumbnail, nothing behind their end. One scan, no frames.
final class Points {
    private static final String PNG_SIGN = "\u0089PNG\r\n\u001a\n";
    private static final Set<String> CHUNKS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final int CHUNK_FRAME = 12;

    private static final int START = 0xffd8;
    private static final int END = 0xffd9;
    private static final int SCAN = 0xffda;

    /// JFIF, quantization, Huffman tables, restart interval, baseline and progressive frames.
    private static final Set<Integer> SEGMENTS =
            Set.of(0xffe0, 0xffdb, 0xffc4, 0xffdd, 0xffc0, 0xffc1, 0xffc2);

    private static final int JFIF = 0xffe0;
    private static final int JFIF_LENGTH = 16;

    /// `image/jpeg` or `image/png` for such a picture; null for anything else.
    static @Nullable String type(byte[] file) {
        if (isPng(file)) {
            return Made.PNG;
        }
        return isJpeg(file) ? Made.JPEG : null;
    }

    private static boolean isPng(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int at = PNG_SIGN.length();
        if (file.length < at || !text(file, 0, at).equals(PNG_SIGN)) {
            return false;
        }
        while (file.length - at >= CHUNK_FRAME) {
            long length = in.getInt(at) & 0xffff_ffffL;
            String chunk = text(file, at + 4, 4);
            if (!CHUNKS.contains(chunk) || length > file.length - at - CHUNK_FRAME) {
                return false;
            }
            at += CHUNK_FRAME + (int) length;
            if (chunk.equals("IEND")) {
                return length == 0 && at == file.length;
            }
        }
        return false;
    }

    private static boolean isJpeg(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < 4 || word(in, 0) != START) {
            return false;
        }
        int at = 2;
        while (file.length - at >= 4) {
            int segment = word(in, at);
            int length = word(in, at + 2);
            if (length < 2 || length > file.length - at - 2) {
                return false;
            }
            // A thumbnail would stand behind the fixed part of it.
            if (segment == JFIF && length != JFIF_LENGTH) {
                return false;
            }
            at += 2 + length;
            if (segment == SCAN) {
                return endsWithItsScan(file, at);
            }
            if (!SEGMENTS.contains(segment)) {
                return false;
            }
        }
        return false;
    }

    /// Nothing but points up to the end, which is the file's.
    private static boolean endsWithItsScan(byte[] file, int from) {
        for (int at = from; at < file.length - 1; at++) {
            if ((file[at] & 0xff) == 0xff) {
                int mark = file[at + 1] & 0xff;
                boolean restart = mark >= 0xd0 && mark <= 0xd7;
                if (mark != 0 && !restart) {
                    return (0xff00 | mark) == END && at + 2 == file.length;
                }
            }
        }
        return false;
    }

    private static int word(ByteBuffer in, int at) {
        return in.getShort(at) & 0xffff;
    }

    private static String text(byte[] bytes, int from, int length) {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    private Points() {}
}
