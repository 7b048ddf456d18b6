package rounds.images;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.files.FileStore;
import rounds.platform.files.Incoming;
import rounds.platform.files.Stored;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;

/// Images in what people write. Somebody sends one, and it is hers alone; it stands in a post of
/// hers, and whoever reads the post reads the image.
@Singleton
public class Images {
    /// Of one file as it is sent.
    public static final long MOST_BYTES = Intake.MOST_BYTES;

    /// Of what is kept of somebody's images of one day.
    private static final long A_DAY = 300L << 20;

    private final ImageRepository rows;
    private final Intake intake;
    private final FileStore files;
    private final Limits limits;
    private final Transactions transactions;
    private final Clock clock;

    Images(
            ImageRepository rows,
            Intake intake,
            FileStore files,
            Limits limits,
            Transactions transactions,
            Clock clock) {
        this.rows = rows;
        this.intake = intake;
        this.files = files;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Takes one in. Whether she may is asked before anything of it is read.
    ///
    /// @throws ProblemException invalid on `image`, with why it is not taken; forbidden, for who
    ///   writes nowhere; too many
    /// @throws IOException when it breaks off
    public Image add(Viewer.SignedIn owner, InputStream sent) throws IOException {
        limits.take(Limit.IMAGE, String.valueOf(owner.personId()));
        requireRoom(owner);
        List<Made> sizes;
        try (Incoming incoming = files.begin()) {
            if (!incoming.fill(sent, MOST_BYTES)) {
                throw Intake.refused("images.refused.bytes", MOST_BYTES >> 20);
            }
            sizes = intake.sizes(incoming.path());
        }
        List<Stored> stored = ImageStock.keep(files, sizes);
        return transactions.write(owner, () -> write(sizes, stored));
    }

    private void requireRoom(Viewer.SignedIn owner) {
        AllowanceRow allowance =
                transactions.read(owner, () -> rows.allowance(now().minus(Duration.ofDays(1))));
        if (!allowance.writes()) {
            throw new ProblemException(new Problem.Forbidden("images.refused.nowhere"));
        }
        if (allowance.today() > A_DAY) {
            throw Intake.refused("images.refused.today");
        }
    }

    /// A picture without anything that hides beside its points, at most 2,400 pixels wide.
    ///
    /// @param type `image/jpeg` or `image/png`
    public record Bare(String type, byte[] bytes) {}

    /// @throws ProblemException invalid on `image`, with why it is not taken
    public Bare bare(Path file) throws IOException {
        Made largest = intake.sizes(file).getLast();
        return new Bare(largest.type(), largest.bytes());
    }

    private Image write(List<Made> sizes, List<Stored> stored) {
        Made largest = sizes.getLast();
        var image = new Image(Ids.next(), largest.width(), largest.height());
        rows.add(image.id(), image.width(), image.height(), ImageStock.bytes(stored), now());
        rows.addSizes(
                image.id(),
                sizes.stream().map(Made::width).toArray(Integer[]::new),
                sizes.stream().map(Made::height).toArray(Integer[]::new),
                sizes.stream().map(Made::type).toArray(String[]::new),
                stored.stream().map(Stored::hash).toArray(String[]::new),
                stored.stream().map(Stored::bytes).toArray(Long[]::new));
        return image;
    }

    /// The size of an image that is at least so wide, or its widest.
    ///
    /// @throws ProblemException not found, also for who may not read it
    public ImageFile file(Viewer viewer, long id, int width) {
        return transactions
                .read(viewer, () -> rows.file(id, width))
                .orElseThrow(ProblemException::notFound);
    }

    /// What is in it.
    public InputStream open(ImageFile file) throws IOException {
        return files.open(file.hash());
    }

    /// Throws one's own image away, wherever it stands.
    ///
    /// @throws ProblemException not found
    public void throwAway(Viewer.SignedIn owner, long id) {
        if (transactions.write(owner, () -> rows.throwAway(id)) == 0) {
            throw ProblemException.notFound();
        }
    }

    /// Of these images the author's own stand in her post from now on, and no others. Inside the
    /// transaction that writes the post.
    public void show(long postId, Collection<Long> images) {
        rows.show(postId, images.toArray(Long[]::new));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
