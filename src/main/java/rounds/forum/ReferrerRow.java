package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// @param target the post it leads to
@Introspected
record ReferrerRow(
        long target,
        long postId,
        long discussionId,
        String title,
        String language,
        int number,
        String slug,
        String communityName,
        String handle,
        String name,
        Instant at) {

    Referrer referrer() {
        return new Referrer(
                postId,
                discussionId,
                title,
                language,
                number,
                Addresses.post(discussionId, title, number),
                slug,
                communityName,
                handle,
                name,
                at);
    }
}
