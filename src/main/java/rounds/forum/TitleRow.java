package rounds.forum;

import io.micronaut.core.annotation.Introspected;

@Introspected
record TitleRow(long id, String title) {}
