package rounds.glossary;

import rounds.kernel.Author;

import java.time.Instant;

/// What a term said before.
///
/// @param number of that revision, from 1
/// @param by who wrote what came after it
public record TermRevision(int number, TermWords words, Author by, Instant at) {}
