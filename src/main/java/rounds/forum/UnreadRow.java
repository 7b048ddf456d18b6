package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// How many discussions of one kind in one community hold something new.
@Introspected
record UnreadRow(long id, String slug, String name, String kind, int n) {}
