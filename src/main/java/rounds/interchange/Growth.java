package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import rounds.forum.Gone;
import rounds.interchange.PostRepository.Place;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;

/// A discussion while a batch adds to it: gives posts their places as `place_post` does for those
/// that people write, and counts them.
final class Growth {
    private static final int DEEPEST = 6;
    private static final int DIGITS = 7;
    private static final Set<String> UNSEEN = Set.of(Gone.DECLINED.code(), Gone.WITHDRAWN.code());

    private final ThreadRow thread;
    private @Nullable Place opening;
    private int lastNumber;
    private int posts;
    private int gone;
    private Instant lastAt = Instant.MIN;
    private @Nullable Long lastBy;
    private @Nullable String state;

    Growth(ThreadRow thread) {
        this.thread = thread;
        this.lastNumber = thread.lastNumber();
        this.opening =
                thread.opening() == null
                        ? null
                        : new Place(thread.opening(), null, thread.id(), 1, digits(1), 0);
    }

    ThreadRow thread() {
        return thread;
    }

    /// The post that everything without another parent answers; null while there is none.
    @Nullable Place opening() {
        return opening;
    }

    /// The next place, below this parent.
    Place place(long id, Line.Post post, long author, @Nullable Place parent) {
        lastNumber = Math.max(lastNumber + 1, post.number());
        Place place =
                new Place(
                        id,
                        post.key(),
                        thread.id(),
                        lastNumber,
                        path(parent, lastNumber),
                        parent == null ? 0 : Math.min(parent.depth() + 1, DEEPEST));
        if (opening == null) {
            opening = place;
            state = post.state();
        }
        count(post, author);
        return place;
    }

    private static String path(@Nullable Place parent, int number) {
        if (parent == null) {
            return digits(number);
        }
        // Answers deeper than six stand beside each other below the sixth.
        int kept = Math.min(parent.depth() + 1, DEEPEST) * DIGITS;
        return parent.path().substring(0, Math.min(kept, parent.path().length())) + digits(number);
    }

    private static String digits(int number) {
        return HexFormat.of().toHexDigits(number, DIGITS);
    }

    private void count(Line.Post post, long author) {
        switch (post.state()) {
            case "visible" -> posts++;
            case "queued" -> {
                return;
            }
            // Nobody but its author and the moderators ever saw what was declined or withdrawn.
            default -> gone += UNSEEN.contains(String.valueOf(post.goneReason())) ? 0 : 1;
        }
        if (!post.created().isBefore(lastAt)) {
            lastAt = post.created();
            lastBy = author;
        }
    }

    Row row() {
        String last = lastBy == null ? null : lastAt.toString();
        return new Row(thread.id(), lastNumber, posts, gone, last, lastBy, state);
    }

    /// What is added to the discussion's row.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Row(
            long id,
            int lastNumber,
            int posts,
            int gone,
            @Nullable String lastAt,
            @Nullable Long lastBy,
            @Nullable String state) {}
}
