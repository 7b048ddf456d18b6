package rounds.platform.documents;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// The directory of a zip file, read strictly: whatever two readers might understand in two ways is
/// refused, and so is what would unfold without end.
final class ZipDirectory {
    private static final int END = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int HEAD = 30;
    private static final int ROW = 46;

    /// A long presentation has two thousand.
    private static final int MOST_ENTRIES = 10_000;

    private static final int LARGEST_DIRECTORY = 4 << 20;

    /// Documents with films come near to it; films are stored as they are.
    private static final long MOST_UNFOLDED = 1L << 30;

    /// Text packs to a tenth, tables to a fortieth of their size.
    private static final int MOST_RATIO = 100;

    /// What is smaller when unfolded may be of any ratio.
    private static final long HARMLESS = 1 << 20;

    private final Bytes bytes;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<ZipEntry> inOrder = new ArrayList<>();

    private ZipDirectory(Bytes bytes) {
        this.bytes = bytes;
    }

    /// @throws RefusedDocument for what is broken or ambiguous
    static ZipDirectory read(Bytes bytes) throws RefusedDocument, IOException {
        try {
            var directory = new ZipDirectory(bytes);
            directory.read();
            return directory;
        } catch (EOFException cutOff) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }

    /// Whether unpackers would take the end of this file for the end of a zip file.
    static boolean endsIn(Bytes bytes) throws IOException {
        return end(bytes).isPresent();
    }

    private void read() throws RefusedDocument, IOException {
        long at = end(bytes).orElseThrow(() -> new RefusedDocument(Refusal.DAMAGED));
        ByteBuffer end = bytes.at(at, END);
        int count = end.getShort(10) & 0xffff;
        long length = end.getInt(12) & 0xffffffffL;
        long begin = end.getInt(16) & 0xffffffffL;
        if (count > MOST_ENTRIES || length > LARGEST_DIRECTORY) {
            throw new RefusedDocument(Refusal.BOMB);
        }
        // Between the two may stand what very large files need.
        if (begin + length > at || begin + length < at - 76 || end.getInt(4) != 0) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
        ByteBuffer rows = bytes.at(begin, (int) length);
        for (int i = 0; i < count; i++) {
            add(row(rows));
        }
        if (rows.hasRemaining()) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
        requireNoOverlap(begin);
    }

    private static Optional<Long> end(Bytes bytes) throws IOException {
        int tail = (int) Math.min(bytes.length(), END + LONGEST_COMMENT);
        long from = bytes.length() - tail;
        String text = bytes.text(from, tail);
        for (int at = text.lastIndexOf("PK\u0005\u0006");
                at >= 0;
                at = text.lastIndexOf("PK\u0005\u0006", at - 1)) {
            if (at + END <= tail) {
                int comment = text.charAt(at + 20) | text.charAt(at + 21) << 8;
                if (at + END + comment == tail) {
                    return Optional.of(from + at);
                }
            }
        }
        return Optional.empty();
    }

    private static ZipEntry row(ByteBuffer rows) throws RefusedDocument, IOException {
        if (rows.remaining() < ROW || rows.getInt(rows.position()) != 0x02014b50) {
            throw new EOFException();
        }
        ByteBuffer row = rows.slice().order(rows.order());
        int name = row.getShort(28) & 0xffff;
        int extra = row.getShort(30) & 0xffff;
        int whole = ROW + name + extra + (row.getShort(32) & 0xffff);
        if (whole > rows.remaining()) {
            throw new EOFException();
        }
        rows.position(rows.position() + whole);
        byte[] letters = new byte[name];
        row.get(ROW, letters);
        var large = new ZipSizes(row.slice(ROW + name, extra).order(row.order()));
        long size = large.of(row.getInt(24));
        long packed = large.of(row.getInt(20));
        return new ZipEntry(
                new String(letters, StandardCharsets.UTF_8),
                row.getShort(10),
                packed,
                size,
                large.of(row.getInt(42)),
                (row.getShort(8) & 1) != 0,
                // Made on Unix, with the kind of file in the upper bits.
                row.get(5) == 3 && (row.getInt(38) >>> 16 & 0xf000) == 0xa000);
    }

    private void add(ZipEntry entry) throws RefusedDocument {
        String name = entry.name();
        boolean leadsOut =
                name.startsWith("/")
                        || name.contains("\\")
                        || name.indexOf('\0') >= 0
                        || name.indexOf(':') >= 0
                        || List.of(name.split("/")).contains("..");
        boolean known = entry.method() == ZipEntry.STORED || entry.method() == ZipEntry.DEFLATED;
        if (leadsOut || !known || entries.put(name, entry) != null) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
        inOrder.add(entry);
    }

    /// Parts that share their bytes make a small file unfold to anything.
    private void requireNoOverlap(long end) throws RefusedDocument, IOException {
        inOrder.sort((a, b) -> Long.compare(a.offset(), b.offset()));
        long free = 0;
        for (ZipEntry entry : inOrder) {
            // Something in front of the first would be another file.
            if (entry.offset() < free) {
                throw new RefusedDocument(Refusal.BOMB);
            }
            if (free == 0 && entry.offset() != 0) {
                throw new RefusedDocument(Refusal.MISMATCH);
            }
            free = dataOf(entry) + entry.packed();
        }
        if (free > end) {
            throw new RefusedDocument(Refusal.BOMB);
        }
    }

    /// Where its bytes begin.
    private long dataOf(ZipEntry entry) throws RefusedDocument, IOException {
        ByteBuffer head = bytes.at(entry.offset(), HEAD);
        int name = head.getShort(26) & 0xffff;
        if (head.getInt(0) != 0x04034b50
                || head.getShort(8) != entry.method()
                || !new String(
                                bytes.at(entry.offset() + HEAD, name).array(),
                                StandardCharsets.UTF_8)
                        .equals(entry.name())) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
        return entry.offset() + HEAD + name + (head.getShort(28) & 0xffff);
    }

    /// @throws RefusedDocument for what would unfold to far more than it is, has a password or
    ///   leads elsewhere
    void requireSound() throws RefusedDocument {
        long all = 0;
        for (ZipEntry entry : inOrder) {
            if (entry.locked()) {
                throw new RefusedDocument(Refusal.ENCRYPTED);
            }
            if (entry.link()) {
                throw new RefusedDocument(Refusal.DAMAGED);
            }
            all += entry.size();
            boolean folded = entry.size() > HARMLESS && entry.size() > MOST_RATIO * entry.packed();
            if (entry.size() < 0 || all > MOST_UNFOLDED || folded) {
                throw new RefusedDocument(Refusal.BOMB);
            }
        }
    }

    List<ZipEntry> entries() {
        return inOrder;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// The beginning of a part; empty where there is none of that name.
    ///
    /// @param most bytes
    byte[] begin(String name, int most) throws RefusedDocument, IOException {
        ZipEntry entry = entries.get(name);
        if (entry == null) {
            return new byte[0];
        }
        // Packed, a text is no longer than unfolded but for a few bytes.
        int packed = (int) Math.min(entry.packed(), most + 1024L);
        byte[] data = bytes.at(dataOf(entry), packed).array();
        return entry.method() == ZipEntry.STORED
                ? Arrays.copyOf(data, Math.min(data.length, most))
                : unfold(data, most);
    }

    private static byte[] unfold(byte[] data, int most) throws RefusedDocument {
        try (var inflater = new Inflater(true)) {
            inflater.setInput(data);
            byte[] unfolded = new byte[most];
            int length = 0;
            while (length < most && !inflater.finished()) {
                int more = inflater.inflate(unfolded, length, most - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                length += more;
            }
            return Arrays.copyOf(unfolded, length);
        } catch (DataFormatException broken) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }
}
