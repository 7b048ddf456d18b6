package rounds.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file that comes in over several requests. Its length is the only record of how far it has
/// come, so that the two never differ.
public final class Partial {
    private static final int PIECE = 64 << 10;

    private final Path path;

    Partial(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /// How much is here; 0 before anything came.
    public long bytes() throws IOException {
        try {
            return Files.size(path);
        } catch (NoSuchFileException nothingYet) {
            return 0;
        }
    }

    /// Adds what follows. When the stream breaks off, what came before is kept.
    ///
    /// @throws rounds.kernel.ProblemException invalid on `file`, when the disk is full
    /// @param offset at which it begins
    /// @param most bytes of the whole file; what goes on beyond them is not read
    /// @return false, if it does not go on there, or another request is adding to it
    public boolean append(long offset, InputStream from, long most) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || channel.size() != offset) {
                return false;
            }
            channel.position(offset);
            copy(from, channel, most - offset);
            return true;
        } catch (OverlappingFileLockException another) {
            return false;
        }
    }

    private static void copy(InputStream from, FileChannel to, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = most;
        while (left > 0) {
            int read = from.read(piece, 0, (int) Math.min(PIECE, left));
            if (read < 0) {
                return;
            }
            ByteBuffer buffer = ByteBuffer.wrap(piece, 0, read);
            while (buffer.hasRemaining()) {
                Disk.written(() -> to.write(buffer));
            }
            left -= read;
        }
    }

    public void remove() throws IOException {
        Files.deleteIfExists(path);
    }
}
