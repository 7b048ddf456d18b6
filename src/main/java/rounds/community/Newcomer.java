package rounds.community;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// Somebody who joined a community not long ago and said who she is.
@Introspected
public record Newcomer(
        String handle, String name, String profession, String who, String hopes, Instant since) {}
