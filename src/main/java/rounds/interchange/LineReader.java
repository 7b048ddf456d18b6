package rounds.interchange;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// Reads a file line by line as bytes, whether it is compressed or not, and never holds a line
/// longer than any that could be taken.
final class LineReader implements Closeable {
    static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final Counted counted;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private int number;

    LineReader(InputStream file) throws IOException {
        counted = new Counted(file);
        BufferedInputStream start = new BufferedInputStream(counted, BUFFER);
        in = isCompressed(start) ? new GZIPInputStream(start, BUFFER) : start;
    }

    /// A line without its end.
    ///
    /// @param number from 1
    /// @param bytes null: longer than [#LONGEST]
    record Raw(int number, byte @Nullable [] bytes) {}

    /// The next line, or null at the end.
    @Nullable Raw next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            int end = newline();
            if (line.size() + (end - at) > LONGEST) {
                tooLong = true;
            } else {
                line.write(buffer, at, end - at);
            }
            boolean complete = end < filled;
            at = complete ? end + 1 : end;
            if (complete) {
                break;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        return new Raw(number, tooLong ? null : line.toByteArray());
    }

    /// How much of the file itself was read: compressed bytes of a compressed one.
    long position() {
        return counted.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
        }
        return filled > 0;
    }

    private int newline() {
        int end = at;
        while (end < filled && buffer[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isCompressed(BufferedInputStream start) throws IOException {
        start.mark(2);
        boolean compressed = start.read() == 0x1f && start.read() == 0x8b;
        start.reset();
        return compressed;
    }

    private static final class Counted extends FilterInputStream {
        private volatile long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
