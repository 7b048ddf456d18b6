package rounds.platform.files;

import io.micronaut.scheduling.annotation.Scheduled;

import jakarta.inject.Singleton;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Clears away files that no row names: what a crash left, and what belonged to rows that are gone.
@Singleton
public class FileCare {
    private static final Logger LOG = LoggerFactory.getLogger(FileCare.class);

    /// Long enough for any upload to come to its row.
    private static final Duration YOUNG = Duration.ofDays(1);

    private final FileStore files;
    private final List<FileOwner> owners;
    private final Clock clock;

    FileCare(FileStore files, List<FileOwner> owners, Clock clock) {
        this.files = files;
        this.owners = owners;
        this.clock = clock;
    }

    // Long after the start, so that no command of the command line lives to see it.
    @Scheduled(initialDelay = "3h", fixedDelay = "24h")
    public void clear() {
        try {
            int removed = files.removeUnnamed(clock.instant().minus(YOUNG), this::named);
            if (removed > 0) {
                LOG.info("Removed {} files that nothing names any more.", removed);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Set<String> named(Collection<String> hashes) {
        var named = new HashSet<String>();
        owners.forEach(owner -> named.addAll(owner.named(hashes)));
        return named;
    }
}
