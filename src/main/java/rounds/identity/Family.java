package rounds.identity;

import io.micronaut.core.annotation.Introspected;

/// A refresh token and the session that it belongs to.
///
/// @param reused it was exchanged longer ago than two windows can explain
@Introspected
record Family(long sessionId, long personId, int authVersion, boolean alive, boolean reused) {}
