package rounds.images;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.platform.database.Transactions;
import rounds.platform.files.FileStore;
import rounds.platform.files.Incoming;
import rounds.platform.files.Stored;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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
        add(id, List.of(postId), null, sizes);
    }

    /// Whether there is one by this id.
    public boolean has(long id) {
        return transactions.system(() -> rows.has(id));
    }

    /// Room for one that comes in piece by piece.
    public Incoming begin() throws IOException {
        return files.begin();
    }

    /// Takes in what another Rounds gave out, under its id and as it is, as the author's of the
    /// first of these posts; it stands in those of them that are hers.
    ///
    /// @param posts at least one
    /// @throws ProblemException invalid, for what is no picture or one that is not taken
    public void take(long id, List<Long> posts, Instant made, Incoming file) throws IOException {
        if (file.bytes() > Intake.MOST_BYTES) {
            throw Intake.refused("images.refused.bytes", Intake.MOST_BYTES >> 20);
        }
        add(id, posts, made, intake.sizesOfOurs(file.path()));
    }

    private void add(long id, List<Long> posts, @Nullable Instant made, List<Made> sizes)
            throws IOException {
        List<Stored> stored = keep(files, sizes);
        Made largest = sizes.getLast();
        transactions.system(() -> {
            rows.add(id, posts.getFirst(), largest.width(), largest.height(), bytes(stored), made);
            rows.addSizes(
                    id,
                    sizes.stream().map(Made::width).toArray(Integer[]::new),
                    sizes.stream().map(Made::height).toArray(Integer[]::new),
                    sizes.stream().map(Made::type).toArray(String[]::new),
                    stored.stream().map(Stored::hash).toArray(String[]::new),
                    stored.stream().map(Stored::bytes).toArray(Long[]::new));
            return rows.show(id, posts.toArray(Long[]::new));
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
