package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Discussion;
import rounds.forum.DiscussionMarks;
import rounds.forum.DiscussionSummary;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;

/// A discussion; its words are in its posts.
///
/// @param community the slug of its community
/// @param author the handle of who opened it
/// @param posts how many posts its readers can read, the opening one included
/// @param progress of a challenge: how far it has come
/// @param helped how many posts are marked as what helped
/// @param unread how many are new to the person; -1 where she has not opened it
/// @param featured absent in lists
/// @param closedReason absent in lists
/// @param revision absent in lists: what an edit names in `If-Match`
@Serdeable
record DiscussionJson(
        String id,
        String url,
        String community,
        String kind,
        String title,
        String language,
        List<String> tags,
        String state,
        String author,
        String authorName,
        int posts,
        Instant at,
        Instant lastAt,
        boolean pinned,
        @Nullable Boolean featured,
        boolean closed,
        @Nullable String closedReason,
        @Nullable String progress,
        int helped,
        @Nullable Integer unread,
        @Nullable Integer revision,
        @Nullable String sourceId) {

    private static @Nullable String progress(DiscussionMarks marks) {
        return marks.progress() == null ? null : marks.progress().code();
    }

    static DiscussionJson of(Discussion discussion, String baseUrl) {
        return new DiscussionJson(
                Ids.text(discussion.id()),
                baseUrl + discussion.path(),
                discussion.communitySlug(),
                discussion.kind().code(),
                discussion.title(),
                discussion.language(),
                discussion.tags(),
                discussion.state().code(),
                discussion.openedBy().handle(),
                discussion.openedBy().name(),
                discussion.posts(),
                discussion.openedAt(),
                discussion.lastAt(),
                discussion.pinned(),
                discussion.featured(),
                discussion.closed(),
                discussion.closedReason().isEmpty() ? null : discussion.closedReason(),
                progress(discussion.marks()),
                discussion.marks().helped(),
                discussion.place().fresh(),
                discussion.revision(),
                discussion.sourceId());
    }

    static DiscussionJson of(DiscussionSummary row, String baseUrl) {
        return new DiscussionJson(
                Ids.text(row.id()),
                baseUrl + row.path(),
                row.communitySlug(),
                row.kind().code(),
                row.title(),
                row.language(),
                row.tags(),
                row.state().code(),
                row.openedBy().handle(),
                row.openedBy().name(),
                row.posts(),
                row.openedAt(),
                row.lastAt(),
                row.pinned(),
                null,
                row.closed(),
                null,
                progress(row.marks()),
                row.marks().helped(),
                row.place().fresh(),
                null,
                null);
    }
}
