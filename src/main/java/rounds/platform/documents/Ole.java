package rounds.platform.documents;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// The container of older Office files, in which newer ones are wrapped when they have a password.
final class Ole {
    /// A name in its directory, of which each letter is followed by a zero.
    private static final String ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

    private Ole() {}

    static Refusal refusal(Bytes bytes) throws IOException {
        try {
            ByteBuffer head = bytes.at(0, 512);
            int sector = 1 << Math.clamp(head.getShort(0x1e), 7, 20);
            long directory = (head.getInt(0x30) + 1L) * sector;
            int count = (int) Math.min(16L * sector, bytes.length() - directory);
            return bytes.text(directory, count).contains(ENCRYPTED)
                    ? Refusal.ENCRYPTED
                    : Refusal.TYPE;
        } catch (EOFException broken) {
            return Refusal.TYPE;
        }
    }
}
