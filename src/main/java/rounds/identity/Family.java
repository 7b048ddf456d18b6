package rounds.identity;

import io.micronaut.core.annotation.Introspected;

/// A refresh token and the session that it belongs to.
///
/// @param used it has been exchanged before
/// @param reused … longer ago than two windows can explain
@Introspected
record Family(
        long sessionId,
        long personId,
        int authVersion,
        boolean alive,
        boolean used,
        boolean reused) {}
