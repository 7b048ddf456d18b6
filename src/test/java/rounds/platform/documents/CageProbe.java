package rounds.platform.documents;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Tries from inside of the cage what it is to prevent, and says how that went.
final class CageProbe {
    private CageProbe() {}

    @FunctionalInterface
    private interface Attempt {
        void make() throws Exception;
    }

    /// @param arguments a port where somebody listens, a file to be read, a folder to write into,
    ///   and the folders of our own classes
    public static void main(String[] arguments) throws Exception {
        int port = Integer.parseInt(arguments[0]);
        Path file = Path.of(arguments[1]);
        Path folder = Path.of(arguments[2]);
        // Connecting goes through classes that are not to be missed for another reason.
        tell("before", () -> connect(port));
        var readable =
                List.of(
                        Path.of(System.getProperty("java.home")),
                        Path.of(arguments[3]),
                        Path.of(arguments[4]));
        tell("datagram before", () -> new DatagramSocket().close());
        System.out.println("missing: " + Cage.shut(readable));
        tell("connect", () -> connect(port));
        tell("datagram", () -> new DatagramSocket().close());
        tell("read", () -> Files.readString(file));
        tell("list", () -> Files.list(folder).close());
        tell("write", () -> Files.writeString(folder.resolve("written"), "words"));
        tell("delete", () -> Files.delete(file));
        tell("append", () -> FileChannel.open(file, StandardOpenOption.APPEND).close());
        tell("start", () -> new ProcessBuilder("/bin/true").start());
        tell("environment", () -> Files.readString(Path.of("/proc/" + arguments[5] + "/environ")));
        Thread.ofPlatform()
                .start(() -> tell("read in a thread", () -> Files.readString(file)))
                .join();
        tell("given", () -> FileChannel.open(Path.of("/dev/stdin")).close());
        System.out.println("stdin: " + new String(System.in.readAllBytes()));
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private static void tell(String what, Attempt attempt) {
        try {
            attempt.make();
            System.out.println(what + ": done");
        } catch (Exception | LinkageError denied) {
            System.out.println(what + ": denied");
        }
    }
}
