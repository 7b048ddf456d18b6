package rounds.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;

import jakarta.inject.Singleton;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NRTCachingDirectory;

import rounds.platform.changes.ChangeLog;
import rounds.platform.database.Home;

import java.io.IOException;
import java.nio.file.Path;

/// Puts the index into the site's folder and behind its change log.
@Factory
final class SearchParts {
    /// Segments of a few new posts are kept in memory until they are merged or committed.
    private static final double SMALL_MB = 4;

    private static final double CACHE_MB = 32;

    @Singleton
    IndexKeeper.Log log(ChangeLog log) {
        return new IndexKeeper.Log(log::epoch, log::horizon, log::isPruned);
    }

    @Bean(preDestroy = "close")
    @Singleton
    LiveIndex live(MeterRegistry meters) {
        var live = new LiveIndex();
        meters.gauge("search.whole", live, index -> index.isWhole() ? 1 : 0);
        return live;
    }

    @Bean(preDestroy = "close")
    @Singleton
    IndexKeeper keeper(Home home, IndexKeeper.Log log, LiveIndex live) {
        return new IndexKeeper(home.path(), SearchParts::open, log, live);
    }

    static Directory open(Path folder) throws IOException {
        return new NRTCachingDirectory(FSDirectory.open(folder), SMALL_MB, CACHE_MB);
    }
}
