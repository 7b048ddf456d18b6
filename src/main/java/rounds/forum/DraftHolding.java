package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// That a text stands in a draft.
///
/// @param number of the text among those that were asked for, from 1
@Introspected
record DraftHolding(long id, int number) {}
