package rounds.library;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

/// A report of a resource that waits for a moderator.
///
/// @param own whether the moderator shared the resource herself
public record ResourceReport(
        long id,
        Reason reason,
        String note,
        Instant madeAt,
        Author reporter,
        ResourceSummary resource,
        boolean own) {}
