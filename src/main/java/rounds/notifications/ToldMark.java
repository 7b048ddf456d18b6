package rounds.notifications;

import io.micronaut.core.annotation.Introspected;

/// A mark of which its author was told.
///
/// @param occasion who made it
@Introspected
record ToldMark(long occasion, String reason, String detail) {}
