package rounds.interchange;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Cuts a file into pieces of unread lines, each to be written in one short transaction.
final class Reader {
    /// A batch of this size takes 0.1 to 0.3 s: long enough to be quick, short enough that nobody
    /// who reads the change log waits.
    private static final int LINES = 500;

    private static final int BYTES = 4 << 20;

    private final LineReader lines;
    private final @Nullable BitSet only;

    /// @param only the numbers of the lines wanted; null: all
    Reader(LineReader lines, @Nullable BitSet only) {
        this.lines = lines;
        this.only = only;
    }

    /// @param end where in the file the next piece begins
    record Piece(List<LineReader.Raw> lines, long end) {}

    /// The next piece, or null at the end.
    @Nullable Piece next() throws IOException {
        List<LineReader.Raw> piece = new ArrayList<>();
        int bytes = 0;
        while (piece.size() < LINES && bytes < BYTES) {
            LineReader.Raw line = lines.next();
            if (line == null) {
                break;
            }
            if (only == null || only.get(line.number())) {
                piece.add(line);
                bytes += line.bytes() == null ? 0 : line.bytes().length;
            }
        }
        return piece.isEmpty() ? null : new Piece(piece, lines.position());
    }
}
