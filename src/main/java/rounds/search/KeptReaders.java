package rounds.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// The index as it was when a page of hits was read, kept a while for whoever turns to the next
/// page. A word more in the index changes what every word weighs: with pages of two states a hit
/// could stand on none of them, or on both.
final class KeptReaders implements Closeable {
    private static final int MOST = 256;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /// Where a page ended, of what and for whom: nobody reads the index of another's search, nor of
    /// another question, in which what was taken away meanwhile could still be counted.
    record Key(String cursor, long viewer, SearchRequest request) {}

    /// @param until then no page of this search reads it any more, however many were turned
    record Kept(DirectoryReader reader, long until) {}

    private final Cache<Key, Kept> byPlace =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(LONGEST)
                    .executor(Runnable::run)
                    .<Key, Kept>removalListener((_, kept, _) -> {
                        if (kept != null) {
                            release(kept.reader);
                        }
                    })
                    .build();

    /// To be given back by [#release]; null when nothing is kept for this place any more.
    @Nullable Kept acquire(Key place) {
        Kept kept = byPlace.getIfPresent(place);
        return kept != null && kept.until > System.nanoTime() && kept.reader.tryIncRef()
                ? kept
                : null;
    }

    /// @param reader held by whoever calls
    /// @param before what the page before was read from; null for the first
    void keep(Key place, DirectoryReader reader, @Nullable Kept before) {
        reader.incRef();
        long until = before == null ? System.nanoTime() + LONGEST.toNanos() : before.until;
        byPlace.put(place, new Kept(reader, until));
    }

    static void release(DirectoryReader reader) {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        byPlace.invalidateAll();
    }
}
