package rounds.library;

import rounds.kernel.Author;

import java.time.Instant;

/// What the owner of a resource wants to be said of it, while a curator has not looked at that.
///
/// @param id tells these words from those that she writes next
/// @param details what it would be called; of an adaptation only what was changed
public record ProposedWords(long id, Details details, Author by, Instant at) {}
