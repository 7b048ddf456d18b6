package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// Who wrote a post.
@Introspected
record WriterRow(long id, long authorId) {}
