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

    private final Cache<String, DirectoryReader> byCursor =
            Caffeine.newBuilder()
                    .maximumSize(MOST)
                    .expireAfterWrite(LONGEST)
                    .executor(Runnable::run)
                    .<String, DirectoryReader>removalListener((_, reader, _) -> {
                        if (reader != null) {
                            release(reader);
                        }
                    })
                    .build();

    /// To be given back by [#release]; null when nothing is kept for this place any more.
    @Nullable DirectoryReader acquire(String cursor) {
        DirectoryReader reader = byCursor.getIfPresent(cursor);
        return reader != null && reader.tryIncRef() ? reader : null;
    }

    /// @param reader held by whoever calls
    void keep(String cursor, DirectoryReader reader) {
        reader.incRef();
        byCursor.put(cursor, reader);
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
        byCursor.invalidateAll();
    }
}
