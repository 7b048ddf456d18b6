package rounds.interchange;

import io.micronaut.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Transactions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/// Where an export's lines go, and how rows are walked through on the way there: in short steps, so
/// that no transaction takes long. Tells the watcher what has been written.
final class ExportLines {
    /// Before every key.
    static final long FIRST = Long.MIN_VALUE;

    private final OutputStream out;
    private final Watcher watcher;
    private final Transactions transactions;
    private final JsonMapper json;
    private Tally done = Tally.NOTHING;
    private long written;

    ExportLines(OutputStream out, Watcher watcher, Transactions transactions, JsonMapper json) {
        this.out = out;
        this.watcher = watcher;
        this.transactions = transactions;
        this.json = json;
    }

    /// What is written of one row.
    interface Writing<T> {
        void write(T row) throws IOException;
    }

    /// Step by step to the end.
    ///
    /// @param after the rows after this one; after null: the first
    /// @param counted what so many rows are in the tally
    <T> void each(
            Function<@Nullable T, List<T>> after, Writing<T> writing, IntFunction<Tally> counted)
            throws IOException {
        List<T> step = transactions.system(() -> after.apply(null));
        while (!step.isEmpty()) {
            for (T row : step) {
                writing.write(row);
            }
            tell(counted.apply(step.size()));
            T last = step.getLast();
            step = transactions.system(() -> after.apply(last));
        }
    }

    /// Rows that the database has made lines of.
    void lines(LongFunction<List<MarkExportRepository.MarkLine>> after) throws IOException {
        each(
                (MarkExportRepository.@Nullable MarkLine last) ->
                        after.apply(last == null ? FIRST : last.key()),
                row -> text(row.line()),
                ExportLines::marks);
    }

    void write(Object line) throws IOException {
        write(json.writeValueAsBytes(line));
    }

    /// A line that was made elsewhere.
    void text(String line) throws IOException {
        write(line.getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
        written += line.length + 1;
    }

    static Tally marks(int many) {
        return new Tally(0, 0, 0, 0, 0, 0, 0, many);
    }

    /// @param more of what the lines stand for
    void tell(int more) {
        tell(marks(more));
    }

    private void tell(Tally step) {
        done = done.plus(step);
        watcher.at(written, done);
    }

    Tally done() {
        return done;
    }
}
