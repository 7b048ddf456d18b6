package rounds.platform.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/// A process that refuses a file and keeps one, over and over, and says what is kept, until
/// [CrashPointsTest] ends it in the middle of that.
final class Storing {
    static final int FILES = 12;
    private static final int LONGEST = 60_000;

    /// @param args the folder of the store, and the seed of what is in the files
    public static void main(String[] args) throws IOException {
        var store = new FileStore(Path.of(args[0]));
        var random = new Random(Long.parseLong(args[1]));
        for (int file = 0; file < FILES; file++) {
            byte[] bytes = new byte[1 + random.nextInt(LONGEST)];
            random.nextBytes(bytes);
            try (Incoming refused = store.begin()) {
                refused.fill(new ByteArrayInputStream(bytes), 0);
            }
            try (Incoming incoming = store.begin()) {
                incoming.fill(new ByteArrayInputStream(bytes), LONGEST);
                System.out.println(incoming.keep().hash());
            }
        }
    }

    private Storing() {}
}
