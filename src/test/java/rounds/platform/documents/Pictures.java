package rounds.platform.documents;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Heads of pictures of any size.
final class Pictures {
    private Pictures() {}

    static byte[] png(int width, int height) {
        return ByteBuffer.allocate(40)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(new byte[] {'I', 'H', 'D', 'R'})
                .putInt(width)
                .putInt(height)
                .array();
    }

    static byte[] jpeg(int width, int height) {
        return ByteBuffer.allocate(60)
                .putShort((short) 0xffd8)
                .putShort((short) 0xffe0)
                .putShort((short) 16)
                .position(20)
                .putShort((short) 0xffc0)
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .array();
    }

    static byte[] webp(int width, int height) {
        return ByteBuffer.allocate(60)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'R', 'I', 'F', 'F', 52, 0, 0, 0, 'W', 'E', 'B', 'P'})
                .put(new byte[] {'V', 'P', '8', 'X', 10, 0, 0, 0})
                .putInt(0)
                .put((byte) (width - 1))
                .putShort((short) (width - 1 >> 8))
                .put((byte) (height - 1))
                .putShort((short) (height - 1 >> 8))
                .array();
    }
}
