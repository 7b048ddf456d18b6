package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A version of a summary in the list of them.
///
/// @param note what changed, in a line; may be empty
/// @param suggestedBy the name of whose suggestion it took in; null: nobody's
@Introspected
public record SummaryVersion(
        int number,
        String note,
        String writerHandle,
        String writerName,
        @Nullable String suggestedBy,
        Instant madeAt) {}
