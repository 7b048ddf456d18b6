package rounds.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A PostgreSQL that outlived the server that started it. The home folder is held by us by now, so
/// it is nobody else's.
record Orphan(Launch launch, Path data) {
    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final int FAST_STOP_SECONDS = 30;
    private static final int IMMEDIATE_STOP_SECONDS = 10;

    void stop() throws IOException, InterruptedException {
        Optional<PostmasterPid> noted = PostmasterPid.read(data);
        if (noted.isEmpty()) {
            return;
        }
        Optional<ProcessHandle> alive = noted.get().serverOf(data);
        if (alive.isPresent()) {
            LOG.info(
                    "PostgreSQL (process {}) outlived its server: stopping it",
                    noted.get().process());
            Stop.fast(launch, alive.get(), FAST_STOP_SECONDS, IMMEDIATE_STOP_SECONDS);
        }
        // In a container numbers of processes come again soon, and PostgreSQL would take another
        // process of
        // ours for its predecessor. It keeps a second watch over its shared memory, which stays.
        Files.deleteIfExists(PostmasterPid.file(data));
    }
}
