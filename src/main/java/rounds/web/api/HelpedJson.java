package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import rounds.forum.HelpedLately;
import rounds.platform.database.Ids;

import java.time.Instant;

/// An answer to a challenge that was marked as what helped.
///
/// @param url where the post stands
@Serdeable
record HelpedJson(
        String postId,
        String url,
        String discussionId,
        String title,
        String community,
        String author,
        String authorName,
        String passage,
        String why,
        Instant markedAt) {

    static HelpedJson of(HelpedLately row, String baseUrl) {
        return new HelpedJson(
                Ids.text(row.postId()),
                baseUrl + row.path(),
                Ids.text(row.discussionId()),
                row.title(),
                row.communitySlug(),
                row.author().handle(),
                row.author().name(),
                row.passage(),
                row.why(),
                row.markedAt());
    }
}
