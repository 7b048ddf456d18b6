package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.Audience;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.time.Instant;
import java.util.List;

/// A discussion's opening post, or an answer, as the index takes it.
@MappedEntity("post")
record IndexRow(
        @Id long id,
        long discussionId,
        long communityId,
        String title,
        String kind,
        String[] tags,
        String discussionState,
        String discussionVisibility,
        String html,
        String language,
        String state,
        String visibility,
        long authorId,
        String handle,
        Instant postedAt,
        int revision) {

    Indexable indexable(ContentType type) {
        boolean discussion = type == ContentType.DISCUSSION;
        return new Indexable(
                new ContentRef(type, id),
                new ContentRef(ContentType.DISCUSSION, discussionId),
                communityId,
                discussion ? audience(State.of(discussionState)) : audience(ofBoth()),
                language,
                title,
                discussion && onlyTitleLeft() ? "" : new Html(html, Markdown.VERSION).plainText(),
                List.of(tags),
                kind,
                authorId,
                handle,
                postedAt,
                revision);
    }

    /// A post is found where its discussion is: what hides one hides the other.
    private State ofBoth() {
        State thread = State.of(discussionState);
        return thread == State.VISIBLE ? State.of(state) : thread;
    }

    private boolean onlyTitleLeft() {
        return State.of(state) != State.of(discussionState);
    }

    private List<String> audience(State state) {
        return switch (state) {
            case VISIBLE ->
                    visibility.equals("public") && discussionVisibility.equals("public")
                            ? List.of(Audience.publicIn(communityId), Audience.members(communityId))
                            : List.of(Audience.members(communityId));
            case QUEUED, HIDDEN ->
                    List.of(Audience.moderators(communityId), Audience.person(authorId));
            case DELETED -> List.of(Audience.moderators(communityId));
        };
    }
}
