package rounds.library;

import java.time.Instant;

/// Words that were not taken, kept for who wrote them.
///
/// @param answer why not
/// @param at when that was decided
/// @param current the number of the version that was read then
public record DeclinedWords(ProposedWords words, String answer, Instant at, int current) {}
