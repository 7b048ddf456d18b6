package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// Where a post stood that is gone: its discussion and its number there.
@Introspected
record GonePlace(long id, int number) {}
