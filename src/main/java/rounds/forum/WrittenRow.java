package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.time.Instant;

/// A post in the list of what somebody wrote.
@Introspected
record WrittenRow(long id, long discussionId, int number, Instant postedAt) {

    ContentRef content() {
        return number == 1
                ? new ContentRef(ContentType.DISCUSSION, discussionId)
                : new ContentRef(ContentType.POST, id);
    }
}
