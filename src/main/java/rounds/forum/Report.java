package rounds.forum;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

/// A report that waits for a moderator.
public record Report(
        long id, Reason reason, String note, Instant madeAt, Author reporter, Item item) {}
