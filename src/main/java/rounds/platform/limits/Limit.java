package rounds.platform.limits;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

import java.time.Duration;

/// What is limited, and to how much. Each allowance fills up evenly, so that nobody who was stopped
/// waits for a whole period.
public enum Limit {
    /// Guessing one person's password. The way in by mail stays open to her while it lasts.
    SIGN_IN(10, Duration.ofMinutes(10), true),
    /// Trying one password on many people. A hospital may have one address.
    SIGN_IN_FROM(60, Duration.ofMinutes(10), true),
    SIGN_UP_FROM(20, Duration.ofHours(1), true),
    /// Mails that anybody can cause, to one address and from one place.
    MAIL_TO(5, Duration.ofHours(1), true),
    MAIL_FROM(20, Duration.ofHours(1), true),
    /// Communities founded, or tried to be: an address that cannot be had tells a little, and
    /// nobody is to try a list of them.
    FOUND(60, Duration.ofHours(1), true),
    /// Counted on each node alone: to be let through once more by another node harms nobody.
    POST(30, Duration.ofMinutes(1), false),
    /// Enough to go through a whole discussion.
    REACT(60, Duration.ofMinutes(1), false),
    /// Somebody types, and each pause saves; what it looks like is shown at each pause, too.
    DRAFT(120, Duration.ofMinutes(1), false),
    PREVIEW(120, Duration.ofMinutes(1), false),
    /// Posts that name all who hold a role.
    ROLE_MENTION(10, Duration.ofHours(1), true),
    /// People and content offered while somebody types.
    COMPLETE(240, Duration.ofMinutes(1), false),
    /// New private notes: enough for a busy day, too few to write to a whole community.
    NOTE(30, Duration.ofHours(1), true),
    /// Each is unfolded and made anew.
    IMAGE(200, Duration.ofDays(1), true),
    /// Each is looked at, and read for search.
    UPLOAD(300, Duration.ofDays(1), true),
    /// Megabytes of files, begun ones as whole ones, whatever becomes of them.
    UPLOADED_MEGABYTES(2_048, Duration.ofDays(1), true),
    SEARCH(120, Duration.ofMinutes(1), false),
    /// Texts set beside each other: some seconds of a processor in the worst case.
    COMPARE(40, Duration.ofMinutes(1), false),
    REPORT(20, Duration.ofHours(1), false),
    /// Watching and saving: rows that only their owner sees, and that are kept for good.
    KEEP(120, Duration.ofMinutes(10), false);

    private final BucketConfiguration allowance;
    private final boolean shared;

    Limit(int times, Duration period, boolean shared) {
        this.allowance =
                BucketConfiguration.builder()
                        .addLimit(
                                Bandwidth.builder()
                                        .capacity(times)
                                        .refillGreedy(times, period)
                                        .build())
                        .build();
        this.shared = shared;
    }

    BucketConfiguration allowance() {
        return allowance;
    }

    /// Whether all nodes count together.
    boolean shared() {
        return shared;
    }
}
