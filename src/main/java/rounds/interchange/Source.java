package rounds.interchange;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file to import, which may be read more than once.
public interface Source {

    InputStream open() throws IOException;

    /// Bytes, or -1 where nobody knows.
    default long size() {
        return -1;
    }

    static Source file(Path path) {
        return new Source() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(path);
            }

            @Override
            public long size() {
                return path.toFile().length();
            }
        };
    }

    /// A file that came with the product.
    static Source resource(String name) {
        return () -> {
            InputStream in = Source.class.getResourceAsStream(name);
            if (in == null) {
                throw new FileNotFoundException(name);
            }
            return new BufferedInputStream(in);
        };
    }
}
