package rounds.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file on its way in: written piece by piece, so that its size costs no memory; looked at; and
/// then kept, or gone when it is closed. For one thread.
public final class Incoming extends OutputStream {
    private static final int PIECE = 64 << 10;

    private final FileStore store;
    private final Path path;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long bytes;

    Incoming(FileStore store, Path path) throws IOException {
        this.store = store;
        this.path = path;
        this.channel = FileChannel.open(path, StandardOpenOption.WRITE);
        this.digest = sha256();
    }

    /// Takes in a whole stream.
    ///
    /// @param most bytes
    /// @return false, if it goes on beyond them: it is then read no further
    public boolean fill(InputStream from, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int read = from.read(piece); read >= 0; read = from.read(piece)) {
            if (bytes + read > most) {
                return false;
            }
            write(piece, 0, read);
        }
        return true;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(from, offset, length);
        while (buffer.hasRemaining()) {
            Disk.written(() -> channel.write(buffer));
        }
        digest.update(from, offset, length);
        bytes += length;
    }

    /// Where it lies while it is looked at.
    public Path path() {
        return path;
    }

    /// How much has come in.
    public long bytes() {
        return bytes;
    }

    /// Keeps it for good; the row that names it comes after this.
    ///
    /// @throws rounds.kernel.ProblemException invalid on `file`, when the disk is full
    public Stored keep() throws IOException {
        Disk.written(() -> {
            channel.force(true);
            return path;
        });
        channel.close();
        String hash = HexFormat.of().formatHex(digest.digest());
        store.keep(path, hash);
        return new Stored(hash, bytes);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(path);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
