package rounds.search;

import jakarta.inject.Singleton;

import org.apache.lucene.index.DirectoryReader;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Compares the index with the database, content by content.
@Singleton
public class IndexCheck {
    private static final int STEP = 500;

    /// While a server runs, the index is a moment behind: a difference has to last through all of
    /// these.
    private static final int LOOKS = 4;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final IndexKeeper index;
    private final Contents contents;

    IndexCheck(IndexKeeper index, Contents contents) {
        this.index = index;
        this.contents = contents;
    }

    /// What the two do not agree on.
    ///
    /// @param compared contents of the database
    /// @param missing in the database only
    /// @param extra in the index only, or twice
    /// @param stale otherwise in the index than in the database
    public record Difference(
            long compared,
            List<ContentRef> missing,
            List<ContentRef> extra,
            List<ContentRef> stale) {

        public boolean isNone() {
            return missing.isEmpty() && extra.isEmpty() && stale.isEmpty();
        }

        /// What the two disagreed on before, and still do. What came in the meantime had no time
        /// yet.
        Difference stillIn(Difference later) {
            var before = new HashSet<ContentRef>(missing);
            before.addAll(extra);
            before.addAll(stale);
            return new Difference(
                    later.compared,
                    later.missing.stream().filter(before::contains).toList(),
                    later.extra.stream().filter(before::contains).toList(),
                    later.stale.stream().filter(before::contains).toList());
        }
    }

    /// Looks again a few times before it says that something differs, and says only what differed
    /// each time: there may be somebody who writes on and on. Without an index everything is
    /// missing.
    public Difference run(Progress progress) {
        Difference difference = compare(progress);
        for (int look = 1; look < LOOKS && !difference.isNone() && paused(); look++) {
            difference = difference.stillIn(compare(Progress.SILENT));
        }
        return difference;
    }

    private static boolean paused() {
        try {
            Thread.sleep(BETWEEN);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Difference compare(Progress progress) {
        return index.readHereOrFromDisk(reader -> compare(reader, progress))
                .orElseGet(() -> allMissing(progress));
    }

    private Difference compare(DirectoryReader reader, Progress progress) throws IOException {
        var missing = new ArrayList<ContentRef>();
        var extra = new ArrayList<ContentRef>();
        var stale = new ArrayList<ContentRef>();
        long compared = 0;
        for (ContentType type : contents.types()) {
            Prints prints = Prints.of(reader, type);
            compared +=
                    each(
                            type,
                            progress,
                            row -> {
                                switch (prints.compare(
                                        row.content().id(), IndexSchema.print(row))) {
                                    case SAME -> {}
                                    case OTHER -> stale.add(row.content());
                                    case MISSING -> missing.add(row.content());
                                }
                            });
            prints.notAsked().forEach(id -> extra.add(new ContentRef(type, id)));
        }
        return new Difference(compared, missing, extra, stale);
    }

    private Difference allMissing(Progress progress) {
        var missing = new ArrayList<ContentRef>();
        for (ContentType type : contents.types()) {
            each(type, progress, row -> missing.add(row.content()));
        }
        return new Difference(missing.size(), missing, List.of(), List.of());
    }

    @FunctionalInterface
    private interface Look {
        void at(Indexable row);
    }

    private long each(ContentType type, Progress progress, Look look) {
        long done = 0;
        List<Long> ids = contents.idsAfter(type, Long.MIN_VALUE, STEP);
        while (!ids.isEmpty()) {
            List<Indexable> rows = contents.indexable(type, ids);
            rows.forEach(look::at);
            done += rows.size();
            progress.at(type, done);
            ids = contents.idsAfter(type, ids.getLast(), STEP);
        }
        return done;
    }
}
