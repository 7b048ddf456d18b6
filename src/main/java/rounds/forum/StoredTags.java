package rounds.forum;

import io.micronaut.core.annotation.Introspected;

@Introspected
record StoredTags(String[] tags) {}
