package rounds.search;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// Something that somebody searched for, for herself alone.
@Introspected
public record RecentSearch(String words, Instant searchedAt) {}
