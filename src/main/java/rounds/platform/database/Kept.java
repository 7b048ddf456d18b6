package rounds.platform.database;

import rounds.platform.settings.CannotStart;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Secrets that were made once and are kept in a file that its owner alone can read.
final class Kept {
    private static final int BYTES = 32;

    private final Path file;

    Kept(Path file) {
        this.file = file;
    }

    /// The secret of that name; made and written down the first time it is asked for.
    synchronized String orMake(String name) {
        try {
            Map<String, String> all = read();
            String known = all.get(name);
            if (known != null) {
                return known;
            }
            String fresh = random();
            all.put(name, fresh);
            write(all);
            return fresh;
        } catch (IOException failed) {
            throw new CannotStart(
                    "The secrets in '" + file + "' cannot be read or written: " + failed, failed);
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> all = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            properties
                    .stringPropertyNames()
                    .forEach(name -> all.put(name, properties.getProperty(name)));
        }
        return all;
    }

    private void write(Map<String, String> all) throws IOException {
        String lines =
                all.entrySet().stream()
                        .map(secret -> secret.getKey() + "=" + secret.getValue() + "\n")
                        .collect(Collectors.joining());
        Folders.writeMine(
                file,
                "# Made by Rounds. Whoever reads this file can read and change everything.\n"
                        + lines);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
