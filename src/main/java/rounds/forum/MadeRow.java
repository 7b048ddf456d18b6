package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// What a form that is sent again has made before.
@Introspected
record MadeRow(long discussionId, String title, long postId, int number, boolean waits) {

    Posted posted() {
        return new Posted(discussionId, title, postId, number, waits);
    }
}
