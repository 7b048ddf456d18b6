package rounds.images;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.markdown.Embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Makes pictures of our own from what people send. Nothing of the file itself is kept: where it
/// was taken, with what, by whom, its thumbnails and what else may hide in it are gone with it.
///
/// What a picture takes when it is unfolded is known from its head, and refused there; at most two
/// are unfolded at a time, and large ones alone: 130 MB at worst.
@Singleton
final class Intake {
    /// The field that a refusal is about.
    static final String FIELD = "image";

    static final long MOST_BYTES = 20L << 20;
    private static final long MOST_POINTS = 50_000_000;

    /// Longer ones cannot be looked at anyway; they become narrower.
    private static final int HIGHEST = 10_000;

    private static final int PLACES = 2;
    private static final long LARGE = 16_000_000;
    private static final long PATIENCE_SECONDS = 20;
    private static final long COME_AGAIN_SECONDS = 10;

    private final Semaphore places = new Semaphore(PLACES, true);

    /// The sizes of it, the smallest first.
    ///
    /// @throws ProblemException for what is no picture or one that is not taken, with why
    List<Made> sizes(Path file) throws IOException {
        try (Picture picture = Picture.open(file)) {
            picture.check(MOST_POINTS);
            int needs = picture.points() > LARGE ? PLACES : 1;
            take(needs);
            try {
                return made(picture);
            } finally {
                places.release(needs);
            }
        }
    }

    /// The sizes of a picture that this or another Rounds made before: the largest is kept as it
    /// is, where nothing but points is in it. Any other becomes one as [#sizes] makes it.
    List<Made> sizesOfOurs(Path file) throws IOException {
        List<Made> sizes = sizes(file);
        Made largest = sizes.getLast();
        byte[] bytes = Files.readAllBytes(file);
        String type = Points.type(bytes);
        if (type == null) {
            return sizes;
        }
        try (Picture picture = Picture.open(file)) {
            if (!picture.measures(largest.width(), largest.height())) {
                return sizes;
            }
        }
        var kept = new ArrayList<>(sizes.subList(0, sizes.size() - 1));
        kept.add(new Made(largest.width(), largest.height(), type, bytes));
        return List.copyOf(kept);
    }

    private void take(int needs) {
        try {
            if (!places.tryAcquire(needs, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(new Problem.TooMany(COME_AGAIN_SECONDS));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(new Problem.TooMany(COME_AGAIN_SECONDS));
        }
    }

    private static List<Made> made(Picture picture) throws IOException {
        Turn turn = picture.turn();
        var unfolded = picture.read();
        int width = turn.swaps() ? unfolded.getHeight() : unfolded.getWidth();
        int height = turn.swaps() ? unfolded.getWidth() : unfolded.getHeight();
        double scale =
                Math.min(1, Math.min(Embedded.WIDEST / (double) width, HIGHEST / (double) height));
        Canvas now = Canvas.of(unfolded, turn, scaled(width, scale), scaled(height, scale)).solid();
        int widest = now.image().getWidth();
        int highest = now.image().getHeight();
        var made = new ArrayList<Made>();
        made.add(Made.of(now, picture.isLossless()));
        for (int narrower : Embedded.narrower(widest).reversed()) {
            now = now.scaled(narrower, scaled(highest, narrower / (double) widest));
            made.addFirst(Made.of(now, picture.isLossless()));
        }
        return List.copyOf(made);
    }

    private static int scaled(int length, double scale) {
        return (int) Math.max(1, Math.round(length * scale));
    }

    static ProblemException refused(String why, Object... details) {
        return ProblemException.invalid(FIELD, why, details);
    }
}
