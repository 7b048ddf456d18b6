package rounds.library;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// What moderators decided about a resource that others do not read; of one that waits again, why
/// it was not let in before.
///
/// @param act as it stands in the community's log: `resource_hidden`, `hidden_by_report`,
///   `resource_declined` or `resource_deleted`
/// @param words what they said about it; may be empty
@Introspected
public record Fate(String act, String words, Instant at) {}
