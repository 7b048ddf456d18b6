package rounds.platform.changes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/// A change that a consumer of the change log set aside after trying it ten times.
///
/// @param consumer which one, as `search`
/// @param contentType code of what was changed
/// @param what happened to it, as a code
/// @param error why it failed the last time, in the program's words
@MappedEntity("change_failure")
public record Failure(
        String consumer,
        @Id long changeId,
        String contentType,
        long contentId,
        String what,
        String error,
        Instant at) {}
