package rounds.interchange;

import io.micronaut.json.JsonMapper;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.images.ImageStock;
import rounds.library.LibraryIntake;
import rounds.platform.database.Transactions;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Takes people, communities, discussions, posts, their pictures, libraries and focus topics in
/// from a file of JSON Lines, as `src/site/markdown/interchange.md` describes it.
///
/// It may be stopped or killed at any moment and run again: each batch is one transaction with its
/// counters and its changes, and what is here already is left as it is. Lines may come in any
/// order; those that wait for others are read again when the others have come.
@Singleton
public class Import {
    private final Preparation preparation;
    private final BatchWriter writer;
    private final DiscussionRepository discussions;
    private final PostWriter posts;
    private final ImageStock images;
    private final LibraryWriter libraries;
    private final LibraryIntake intake;
    private final Transactions transactions;
    private final JsonMapper json;
    private final Clock clock;

    Import(
            Preparation preparation,
            BatchWriter writer,
            DiscussionRepository discussions,
            PostWriter posts,
            ImageStock images,
            LibraryWriter libraries,
            LibraryIntake intake,
            Transactions transactions,
            JsonMapper json,
            Clock clock) {
        this.preparation = preparation;
        this.writer = writer;
        this.discussions = discussions;
        this.posts = posts;
        this.images = images;
        this.libraries = libraries;
        this.intake = intake;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /// @param name of the source, which keeps its ids apart from another's; null: as they are
    /// @param admins whether administrators of the source become administrators here
    public record Options(@Nullable String name, boolean admins) {}

    /// Reads the file to its end.
    ///
    /// @throws IOException when the file cannot be read (on); what was written before stays
    public Tally run(Source source, Options options, Watcher watcher) throws IOException {
        int threads = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers =
                Executors.newFixedThreadPool(
                        threads, Thread.ofPlatform().name("import-", 1).daemon().factory())) {
            LineParser parser = new LineParser(json, options.name(), clock.instant());
            return new Job(source, parser, Run.start(options.admins()), watcher, workers, threads)
                    .run();
        }
    }

    private final class Job {
        private final Source source;
        private final LineParser parser;
        private final Run run;
        private final Watcher watcher;
        private final ExecutorService workers;
        private final int ahead;
        private Tally done = Tally.NOTHING;
        private final BitSet late = new BitSet();
        private BitSet waiting = new BitSet();
        private final BitSet gatherers = new BitSet();
        private boolean gathering;

        private Job(
                Source source,
                LineParser parser,
                Run run,
                Watcher watcher,
                ExecutorService workers,
                int threads) {
            this.source = source;
            this.parser = parser;
            this.run = run;
            this.watcher = watcher;
            this.workers = workers;
            this.ahead = threads + 1;
        }

        private Tally run() throws IOException {
            pass(null, false);
            untilNothingComes();
            removeUnopened();
            if (!late.isEmpty()) {
                late();
            }
            // They gather what all the others bring.
            gathering = true;
            waiting = gatherers;
            untilNothingComes();
            return done;
        }

        private void untilNothingComes() throws IOException {
            while (!waiting.isEmpty()) {
                int before = waiting.cardinality();
                pass(again(), false);
                if (waiting.cardinality() == before) {
                    // Nothing more has come: now each is told why.
                    pass(again(), true);
                }
            }
        }

        private BitSet again() {
            BitSet lines = waiting;
            waiting = new BitSet();
            return lines;
        }

        /// @param only the lines to read; null: all
        /// @param last whether lines that wait for others are refused
        private void pass(@Nullable BitSet only, boolean last) throws IOException {
            Deque<Future<Batch>> prepared = new ArrayDeque<>();
            try (LineReader lines = new LineReader(source.open())) {
                Reader reader = new Reader(lines, only);
                Reader.Piece piece = reader.next();
                while (piece != null || !prepared.isEmpty()) {
                    while (piece != null && prepared.size() < ahead) {
                        Reader.Piece next = piece;
                        prepared.add(workers.submit(() -> preparation.prepare(next, parser)));
                        piece = reader.next();
                    }
                    write(result(prepared.remove()), last);
                }
            }
        }

        /// Once more through the file, when all else is here, for pictures and libraries.
        private void late() throws IOException {
            try (LineReader lines = new LineReader(source.open());
                    ImageTaker pictures = new ImageTaker(images, posts, transactions, watcher);
                    LibraryTaker library = new LibraryTaker(libraries, intake, run, watcher)) {
                for (LineReader.Raw raw = lines.next(); raw != null; raw = lines.next()) {
                    if (late.get(raw.number()) && raw.bytes() != null) {
                        switch (parser.parse(raw.bytes())) {
                            case Line.Image image -> pictures.take(raw.number(), image);
                            case Line.ImageData data -> pictures.take(raw.number(), data);
                            case Line.Late line -> library.take(raw.number(), line);
                            case Line other ->
                                    throw new IllegalStateException("The file changed: " + other);
                        }
                    }
                }
                pictures.finish();
                library.finish();
                done = done.plus(pictures.done()).plus(library.done());
                watcher.at(lines.position(), done);
            }
        }

        private void write(Batch batch, boolean last) {
            batch.refused().forEach(this::refuse);
            for (Numbered<? extends Line> numbered : batch.lines()) {
                if (numbered.line() instanceof Line.Late) {
                    late.set(numbered.number());
                } else if (!gathering && numbered.line().gathers()) {
                    gatherers.set(numbered.number());
                }
            }
            Batch now = gathering ? batch : batch.withoutGathering();
            for (Outcome outcome : writer.write(now, run)) {
                done = done.plus(outcome.tally());
                for (Refusal refusal : outcome.refused()) {
                    if (refusal.waits() && !last) {
                        waiting.set(refusal.line());
                    } else {
                        refuse(refusal);
                    }
                }
            }
            watcher.at(batch.end(), done);
        }

        private void refuse(Refusal refusal) {
            done = done.plusRefused(1);
            watcher.refused(refusal.line(), refusal.reason());
        }

        /// A discussion whose opening post did not come was never to be seen.
        private void removeUnopened() {
            if (run.unopened().isEmpty()) {
                return;
            }
            Long[] ids = run.unopened().keySet().toArray(Long[]::new);
            Set<Long> removed =
                    new HashSet<>(transactions.system(() -> discussions.removeUnopened(ids)));
            for (Map.Entry<Long, Integer> entry : run.unopened().entrySet()) {
                if (removed.contains(entry.getKey())) {
                    refuse(
                            new Refusal(
                                    entry.getValue(), "the discussion has no opening post", false));
                }
            }
            done = done.withoutDiscussions(removed.size());
        }
    }

    private static Batch result(Future<Batch> batch) {
        try {
            return batch.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "A batch could not be prepared", Objects.requireNonNull(failed.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
