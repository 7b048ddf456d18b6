package rounds.platform.documents;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import rounds.platform.settings.Settings;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Shows files to clamd, where the site has one, by its INSTREAM command (clamd(8)): pieces, each
/// behind its length in four bytes, and a length of 0 behind the last.
@Singleton
public final class VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final int CONNECT_MS = 3_000;
    private static final int ANSWER_MS = 60_000;
    private static final int PIECE = 64 << 10;
    private static final int LONGEST_ANSWER = 4_096;

    private final @Nullable URI scanner;

    VirusScan(Settings settings) {
        scanner = settings.scanner();
    }

    /// Nothing, where the site has no scanner.
    ///
    /// @throws RefusedDocument infected; unscanned, when the scanner does not answer or cannot tell
    public void check(Path file) throws RefusedDocument {
        if (scanner == null) {
            return;
        }
        String answer;
        try {
            answer = ask(scanner, file);
        } catch (IOException failed) {
            LOG.error("clamd at {} does not answer: no file is taken", scanner, failed);
            throw new RefusedDocument(Refusal.UNSCANNED);
        }
        if (answer.endsWith(" FOUND")) {
            LOG.warn("clamd stopped a file: {}", answer);
            throw new RefusedDocument(Refusal.INFECTED);
        }
        if (!answer.endsWith(": OK")) {
            LOG.error("clamd could not tell, so the file was not taken: {}", answer);
            throw new RefusedDocument(Refusal.UNSCANNED);
        }
    }

    private static String ask(URI scanner, Path file) throws IOException {
        try (var socket = new Socket();
                InputStream from = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(scanner.getHost(), scanner.getPort()), CONNECT_MS);
            socket.setSoTimeout(ANSWER_MS);
            var to = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            to.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] piece = new byte[PIECE];
            for (int read = from.read(piece); read > 0; read = from.read(piece)) {
                to.writeInt(read);
                to.write(piece, 0, read);
            }
            to.writeInt(0);
            to.flush();
            return new String(
                            socket.getInputStream().readNBytes(LONGEST_ANSWER),
                            StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
        }
    }
}
