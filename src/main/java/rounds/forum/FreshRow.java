package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// How many posts of a discussion are new.
@Introspected
record FreshRow(long id, int fresh) {}
