package rounds.library;

import rounds.kernel.Author;

import java.time.Instant;

/// That somebody has used a resource in practice.
///
/// @param note what others should know of that; empty where there is nothing to say
public record Use(Author by, String note, Instant at) {}
