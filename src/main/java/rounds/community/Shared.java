package rounds.community;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// A community that two people are in.
///
/// @param since when the other one joined
@Introspected
public record Shared(String slug, String name, Instant since) {}
