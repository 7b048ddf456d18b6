package rounds.forum;

import io.micronaut.data.exceptions.DataAccessException;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.database.SqlState;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.entry.Tongue;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Answers in discussions.
@Singleton
final class Replying {
    private final Threads threads;
    private final PostRepository posts;
    private final PlacedPosts placed;
    private final ArrangementRepository moved;
    private final Submissions submissions;
    private final Drafts drafts;
    private final Queue queue;
    private final Policy policy;
    private final Rights rights;
    private final Markdown markdown;
    private final Pointing pointing;
    private final References references;
    private final Changes changes;
    private final Moment moment;

    Replying(
            Threads threads,
            PostRepository posts,
            PlacedPosts placed,
            ArrangementRepository moved,
            Submissions submissions,
            Drafts drafts,
            Queue queue,
            Policy policy,
            Rights rights,
            Markdown markdown,
            Pointing pointing,
            References references,
            Changes changes,
            Moment moment) {
        this.threads = threads;
        this.posts = posts;
        this.placed = placed;
        this.moved = moved;
        this.submissions = submissions;
        this.drafts = drafts;
        this.queue = queue;
        this.policy = policy;
        this.rights = rights;
        this.markdown = markdown;
        this.pointing = pointing;
        this.references = references;
        this.changes = changes;
        this.moment = moment;
    }

    /// What was entered, ready to be stored under an id of its own.
    record Draft(
            long id, String body, Pointed pointed, @Nullable String language, NewPost entered) {

        Html html() {
            return pointed.html();
        }
    }

    Draft draft(Viewer.SignedIn author, long discussionId, NewPost entered) {
        String body = Shared.body(entered.body());
        String language = entered.language() == null ? null : Entry.language(entered.language());
        long id = Ids.next();
        Pointed pointed = pointing.lay(author, id, body, new Spot.Answer(discussionId));
        return new Draft(id, body, pointed, language, entered);
    }

    Posted reply(
            Viewer.SignedIn author, long discussionId, Draft draft, @Nullable String submission) {
        var made = new ContentRef(ContentType.POST, draft.id);
        // Asked before the discussion, which may have been merged since it was sent first.
        Optional<ContentRef> earlier =
                submissions.claim(author.personId(), submission, made, List.of(draft.body));
        if (earlier.isPresent()) {
            return madeBefore(earlier.get().id(), discussionId);
        }
        DiscussionRow discussion = threads.discussion(author, discussionId);
        Standing standing = discussion.standing(author);
        policy.require(Capability.POST, standing);
        boolean waits =
                queue.holds(
                        author, discussion.communityId(), discussion.reviewFirstPosts(), standing);
        Instant now = moment.now();
        PlaceRow place = place(discussionId, draft, waits, now);
        showOthersFirst(author, discussionId, draft.entered, place);
        PlacedPost post = post(author, discussion, draft, place, waits, now);
        save(post);
        pointing.keep(post.id(), draft.pointed);
        drafts.sent(draft.entered.written());
        changes.append(author.personId(), made, What.CREATED);
        PostRow written = post.row(place);
        return new Posted(
                discussionId,
                discussion.title(),
                draft.id,
                place.number(),
                waits,
                references.filled(
                        written.shown(
                                markdown,
                                rights.of(written, discussion, author, standing),
                                rights.marks(written, discussion, author, standing))));
    }

    /// Where the post stands now that was made there, or was made elsewhere and came there.
    private Posted madeBefore(long id, long discussionId) {
        MadeRow row = posts.made(id).orElseThrow(ProblemException::notFound);
        if (row.discussionId() != discussionId && !moved.stood(discussionId, id)) {
            throw new ProblemException(new Problem.Conflict("forum.submission.used"));
        }
        return row.posted();
    }

    // The discussion went to another community between the first look at it and its lock: whoever
    // reads it there, and what becomes of a newcomer's post, has to be asked anew.
    private void save(PlacedPost post) {
        try {
            placed.save(post);
        } catch (DataAccessException refused) {
            if (refused.getCause() instanceof SQLException failed
                    && (SqlState.FOREIGN_KEY.is(failed) || SqlState.NOT_ALLOWED.is(failed))) {
                throw new ProblemException(new Problem.Conflict("forum.reply.moved"));
            }
            throw refused;
        }
    }

    /// Asked of the locked discussion, so that what is refused or taken here cannot change
    /// meanwhile.
    private PlaceRow place(long discussionId, Draft draft, boolean waits, Instant now) {
        PlaceRow place =
                posts.place(discussionId, draft.entered.answers(), waits, now)
                        .orElseThrow(ProblemException::notFound);
        if (place.closed()) {
            throw new ProblemException(new Problem.Conflict(Forum.CLOSED));
        }
        if (!place.state().equals(State.VISIBLE.code())) {
            throw new ProblemException(new Problem.Conflict("forum.reply.hidden"));
        }
        if (!place.answerable()) {
            throw new ProblemException(new Problem.Conflict("forum.reply.parent-gone"));
        }
        return place;
    }

    /// Asked only where numbers have been given since, so that nearly every answer costs nothing.
    private void showOthersFirst(
            Viewer.SignedIn author, long discussionId, NewPost entered, PlaceRow place) {
        Integer seen = entered.seen();
        if (seen != null
                && place.number() > seen + 1
                && posts.othersAnswered(discussionId, seen, author.personId())) {
            throw new ProblemException(new Problem.Conflict(Forum.MEANWHILE));
        }
    }

    private static PlacedPost post(
            Viewer.SignedIn author,
            DiscussionRow discussion,
            Draft draft,
            PlaceRow place,
            boolean waits,
            Instant now) {
        return new PlacedPost(
                draft.id,
                discussion.id(),
                discussion.communityId(),
                place.number(),
                place.parentId(),
                place.parentNumber(),
                Objects.requireNonNull(place.path()),
                Objects.requireNonNull(place.depth()),
                author.personId(),
                draft.body,
                draft.html().value(),
                draft.html().version(),
                draft.language == null
                        ? Tongue.of(draft.body, discussion.language())
                        : draft.language,
                place.visibility(),
                (waits ? State.QUEUED : State.VISIBLE).code(),
                now);
    }
}
