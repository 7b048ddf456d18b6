package rounds.interchange;

import org.jspecify.annotations.Nullable;

import rounds.images.ImageStock;
import rounds.kernel.ProblemException;
import rounds.platform.database.Transactions;
import rounds.platform.files.Incoming;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Takes pictures in, line by line in the order of the file: what one is, then its bytes. They go
/// straight to the disk, so that no picture costs memory.
final class ImageTaker implements Closeable {
    private final ImageStock images;
    private final PostWriter posts;
    private final Transactions transactions;
    private final Watcher watcher;
    private Tally done = Tally.NOTHING;
    private @Nullable Arriving arriving;

    ImageTaker(ImageStock images, PostWriter posts, Transactions transactions, Watcher watcher) {
        this.images = images;
        this.posts = posts;
        this.transactions = transactions;
        this.watcher = watcher;
    }

    /// @param file null: it is here, or cannot be taken, and its bytes are passed over
    private record Arriving(int line, Line.Image image, @Nullable Incoming file) {}

    void take(int line, Line.Image image) throws IOException {
        finish();
        boolean here = images.has(image.id());
        if (here) {
            already();
        }
        arriving = new Arriving(line, image, here ? null : images.begin());
    }

    void take(int line, Line.ImageData data) throws IOException {
        if (arriving == null || arriving.image().id() != data.image()) {
            refuse(line, "the line of its image does not stand before it");
        } else if (arriving.file() == null) {
            already();
        } else if (arriving.file().bytes() + data.data().length > arriving.image().bytes()) {
            refuse(line, "the image is larger than its line says");
        } else {
            arriving.file().write(data.data());
        }
    }

    /// Once the last of the bytes has come.
    void finish() throws IOException {
        try {
            if (arriving != null && arriving.file() != null) {
                keep(arriving.line(), arriving.image(), arriving.file());
            }
        } finally {
            close();
        }
    }

    private void keep(int line, Line.Image image, Incoming file) throws IOException {
        if (file.bytes() != image.bytes()) {
            refuse(line, "the image is not whole");
            return;
        }
        List<Long> standing = standing(image);
        if (standing.isEmpty()) {
            refuse(line, "the post " + Said.of(image.posts().getFirst()) + " is not here");
            return;
        }
        try {
            images.take(image.id(), standing, image.made(), file);
            done = done.plus(new Tally(0, 0, 0, 0, 0, 0, 0, 1));
        } catch (ProblemException _) {
            refuse(line, "the image is none that can be shown");
        }
    }

    private List<Long> standing(Line.Image image) {
        Map<String, PostRepository.Place> here =
                transactions.system(() -> posts.find(image.posts()));
        return image.posts().stream()
                .map(here::get)
                .filter(Objects::nonNull)
                .map(PostRepository.Place::id)
                .distinct()
                .toList();
    }

    private void already() {
        done = done.plus(new Tally(0, 0, 0, 0, 0, 1, 0));
    }

    private void refuse(int line, String reason) {
        done = done.plusRefused(1);
        watcher.refused(line, reason);
    }

    Tally done() {
        return done;
    }

    @Override
    public void close() throws IOException {
        if (arriving != null && arriving.file() != null) {
            arriving.file().close();
        }
        arriving = null;
    }
}
