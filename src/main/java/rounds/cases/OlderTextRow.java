package rounds.cases;

import io.micronaut.core.annotation.Introspected;

/// Words of a story whose HTML an older renderer made.
///
/// @param id of the story, or of the follow-up
/// @param part empty: a follow-up
/// @param seen the transaction that wrote the row
@Introspected
record OlderTextRow(long id, String part, int htmlVersion, String body, long seen) {}
