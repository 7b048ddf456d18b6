package rounds.images;

import jakarta.inject.Singleton;

import rounds.platform.database.Transactions;
import rounds.platform.files.FileStore;
import rounds.platform.files.Incoming;
import rounds.platform.files.Stored;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// The images that are here already, as the system keeps them: brings in those that come with posts
/// from elsewhere.
@Singleton
public class ImageStock {
    private final SystemImageRepository rows;
    private final Intake intake;
    private final FileStore files;
    private final Transactions transactions;

    ImageStock(
            SystemImageRepository rows, Intake intake, FileStore files, Transactions transactions) {
        this.rows = rows;
        this.intake = intake;
        this.files = files;
        this.transactions = transactions;
    }

    /// Brings an image in under the id by which a post names it already, as the post's author's.
    public void bring(long id, long postId, InputStream from) throws IOException {
        List<Made> sizes;
        try (Incoming incoming = files.begin()) {
            if (!incoming.fill(from, Intake.MOST_BYTES)) {
                throw new IOException("The image is too large.");
            }
            sizes = intake.sizes(incoming.path());
        }
        List<Stored> stored = keep(files, sizes);
        Made largest = sizes.getLast();
        transactions.system(() -> {
            rows.add(id, postId, largest.width(), largest.height(), bytes(stored));
            rows.addSizes(
                    id,
                    sizes.stream().map(Made::width).toArray(Integer[]::new),
                    sizes.stream().map(Made::height).toArray(Integer[]::new),
                    sizes.stream().map(Made::type).toArray(String[]::new),
                    stored.stream().map(Stored::hash).toArray(String[]::new),
                    stored.stream().map(Stored::bytes).toArray(Long[]::new));
            return rows.show(id, postId);
        });
    }

    static List<Stored> keep(FileStore files, List<Made> sizes) throws IOException {
        var stored = new ArrayList<Stored>();
        for (Made size : sizes) {
            try (Incoming file = files.begin()) {
                file.write(size.bytes());
                stored.add(file.keep());
            }
        }
        return stored;
    }

    static long bytes(List<Stored> stored) {
        return stored.stream().mapToLong(Stored::bytes).sum();
    }
}
