package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.Audience;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Indexable;
import rounds.kernel.State;
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
        long openedBy,
        String handle,
        Instant postedAt,
        int revision,
        String[] traits,
        int helpful) {

    Indexable indexable(ContentType type) {
        boolean discussion = type == ContentType.DISCUSSION;
        return new Indexable(
                new ContentRef(type, id),
                new ContentRef(ContentType.DISCUSSION, discussionId),
                communityId,
                discussion ? audienceOfDiscussion() : audienceOfPost(),
                language,
                title,
                discussion && onlyTitleLeft() ? "" : new Html(html, Markdown.VERSION).plainText(),
                List.of(tags),
                kind,
                authorId,
                handle,
                postedAt,
                revision,
                List.of(traits),
                helpful);
    }

    private boolean onlyTitleLeft() {
        return State.of(state) != State.of(discussionState);
    }

    private List<String> audienceOfDiscussion() {
        return switch (State.of(discussionState)) {
            case VISIBLE -> readers();
            case QUEUED, HIDDEN -> moderatorsAnd(openedBy);
            case DELETED -> moderators();
        };
    }

    /// A post is found where its discussion is: what hides one hides the other, and in a discussion
    /// that is hidden its opener reads what she could read before.
    private List<String> audienceOfPost() {
        State post = State.of(state);
        return switch (State.of(discussionState)) {
            case VISIBLE ->
                    switch (post) {
                        case VISIBLE -> readers();
                        case QUEUED, HIDDEN -> moderatorsAnd(authorId);
                        case DELETED -> moderators();
                    };
            case QUEUED, HIDDEN ->
                    post == State.VISIBLE || (post != State.DELETED && authorId == openedBy)
                            ? moderatorsAnd(openedBy)
                            : moderators();
            case DELETED -> moderators();
        };
    }

    private List<String> readers() {
        return visibility.equals("public") && discussionVisibility.equals("public")
                ? List.of(Audience.publicIn(communityId), Audience.members(communityId))
                : List.of(Audience.members(communityId));
    }

    private List<String> moderatorsAnd(long person) {
        return List.of(Audience.moderators(communityId), Audience.person(person, communityId));
    }

    private List<String> moderators() {
        return List.of(Audience.moderators(communityId));
    }
}
