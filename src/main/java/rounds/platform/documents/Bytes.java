package rounds.platform.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/// A file, read here and there.
final class Bytes {
    /// So many bytes tell what it is; readers of PDF look for their sign in as many.
    static final int HEAD = 1024;

    private final FileChannel channel;
    private final long length;

    Bytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    /// The first of them, a letter each.
    String head() throws IOException {
        return text(0, (int) Math.min(HEAD, length));
    }

    /// A letter for each byte.
    String text(long at, int count) throws IOException {
        return new String(at(at, count).array(), StandardCharsets.ISO_8859_1);
    }

    /// Little-endian.
    ///
    /// @throws EOFException where so many are not there
    ByteBuffer at(long at, int count) throws IOException {
        if (at < 0 || count < 0 || at + count > length) {
            throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    /// From its beginning, anew each time; closing it closes nothing.
    InputStream stream() throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }
}
