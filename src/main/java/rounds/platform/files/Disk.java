package rounds.platform.files;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.kernel.ProblemException;

import java.io.IOException;

/// Tells a disk that is full from a connection that broke off: both are an [IOException], and only
/// the second may be tried again.
final class Disk {
    private static final Logger LOG = LoggerFactory.getLogger(Disk.class);

    interface Writing<T> {
        T run() throws IOException;
    }

    /// @throws ProblemException invalid on `file`, when it cannot be written
    static <T> T written(Writing<T> writing) {
        try {
            return writing.run();
        } catch (IOException full) {
            LOG.error("A file cannot be written: is the disk full?", full);
            throw ProblemException.invalid("file", "files.no-room");
        }
    }

    private Disk() {}
}
