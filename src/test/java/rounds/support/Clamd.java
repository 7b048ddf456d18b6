package rounds.support;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/// A listener that speaks the INSTREAM command as clamd(8) describes it, with answers of the test's
/// own: the real one needs its signatures from the internet.
public final class Clamd implements AutoCloseable {
    private final ServerSocket listening;
    private volatile byte[] seen = {};

    private Clamd(ServerSocket listening) {
        this.listening = listening;
    }

    public static Clamd answering(Function<byte[], String> answer) throws IOException {
        var clamd = new Clamd(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> clamd.serve(answer));
        return clamd;
    }

    public int port() {
        return listening.getLocalPort();
    }

    /// The bytes that were shown last.
    public byte[] seen() {
        return seen.clone();
    }

    private void serve(Function<byte[], String> answer) {
        while (!listening.isClosed()) {
            try (Socket socket = listening.accept()) {
                var from = new DataInputStream(socket.getInputStream());
                String command = new String(from.readNBytes(10), StandardCharsets.US_ASCII);
                if (!command.equals("zINSTREAM\0")) {
                    throw new IOException("no command of clamd: " + command);
                }
                var shown = new ByteArrayOutputStream();
                for (int length = from.readInt(); length > 0; length = from.readInt()) {
                    shown.write(from.readNBytes(length));
                }
                seen = shown.toByteArray();
                socket.getOutputStream()
                        .write((answer.apply(seen) + "\0").getBytes(StandardCharsets.UTF_8));
            } catch (SocketException _) {
                return;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
