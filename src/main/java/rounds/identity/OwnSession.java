package rounds.identity;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// One of the person's own open sessions.
///
/// @param here the one that asks
@Introspected
public record OwnSession(
        long id, String device, Instant startedAt, Instant lastSeenAt, boolean here) {}
