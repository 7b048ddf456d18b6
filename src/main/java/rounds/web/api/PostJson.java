package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.forum.Discussion;
import rounds.forum.Item;
import rounds.forum.Post;
import rounds.forum.PostMarks;
import rounds.forum.Posted;
import rounds.forum.Reaction;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;

/// A post; or, where `gone`, the place of one that the viewer may not read.
///
/// @param id absent where `gone`
/// @param url the page of its discussion on which it stands, and the post on it
/// @param number 1 opens the discussion
/// @param parentId the post it answers
/// @param body the source in Markdown
/// @param html the same as safe HTML
@Serdeable
record PostJson(
        @Nullable String id,
        String url,
        String discussionId,
        int number,
        int depth,
        @Nullable String parentId,
        @Nullable Integer parentNumber,
        @Nullable String author,
        @Nullable String authorName,
        @Nullable String authorProfession,
        String body,
        String html,
        String language,
        String state,
        boolean gone,
        @Nullable String goneReason,
        Instant at,
        @Nullable Instant editedAt,
        int revision,
        @Nullable String sourceId,
        Marks marks,
        boolean unread,
        @Nullable PollJson poll) {

    /// What people say about it, and what the person said.
    @Serdeable
    record Marks(
            int helpful,
            int same,
            int places,
            int thanks,
            int worked,
            int partly,
            int not,
            boolean helped,
            List<String> own,
            @Nullable String outcome) {

        static Marks of(PostMarks marks) {
            return new Marks(
                    marks.helpful(),
                    marks.same(),
                    marks.places(),
                    marks.thanks(),
                    marks.worked(),
                    marks.partly(),
                    marks.didNot(),
                    marks.helped(),
                    marks.own().stream().map(Reaction::code).sorted().toList(),
                    marks.outcome() == null ? null : marks.outcome().code());
        }
    }

    static PostJson of(Discussion discussion, Post post, String baseUrl) {
        String place = post.opening() ? "" : "?at=" + post.number() + "#" + post.anchor();
        return of(discussion.id(), discussion.path() + place, post, baseUrl);
    }

    /// One that moderators have before them.
    static PostJson of(Item item, String baseUrl) {
        return of(item.discussionId(), item.path(), item.post(), baseUrl);
    }

    /// What was just written.
    static PostJson of(Posted posted, Post post, String baseUrl) {
        return of(posted.discussionId(), posted.path(), post, baseUrl);
    }

    private static PostJson of(long discussion, String path, Post post, String baseUrl) {
        return new PostJson(
                post.id() == 0 ? null : Ids.text(post.id()),
                baseUrl + path,
                Ids.text(discussion),
                post.number(),
                post.depth(),
                post.parentId() == null ? null : Ids.text(post.parentId()),
                post.parentNumber(),
                post.author() == null ? null : post.author().handle(),
                post.author() == null ? null : post.author().name(),
                post.author() == null ? null : post.author().profession(),
                post.body() == null ? "" : post.body(),
                post.html(),
                post.language(),
                post.state().code(),
                post.gone(),
                post.goneReason(),
                post.postedAt(),
                post.editedAt(),
                post.revision(),
                post.sourceId(),
                Marks.of(post.marks()),
                post.fresh(),
                PollJson.ofNullable(post.poll()));
    }
}
