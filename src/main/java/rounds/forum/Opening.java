package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Role;
import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.Moment;
import rounds.platform.changes.Changes;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;
import rounds.platform.entry.Tongue;
import rounds.platform.markdown.Html;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Opens discussions.
@Singleton
final class Opening {
    private final DiscussionRepository discussions;
    private final OpenedDiscussions opened;
    private final PlacedPosts placed;
    private final PostRepository posts;
    private final ArrangementRepository moved;
    private final Submissions submissions;
    private final Synonyms tagged;
    private final Drafts drafts;
    private final Queue queue;
    private final Polling polling;
    private final Policy policy;
    private final Pointing pointing;
    private final Changes changes;
    private final Moment moment;

    Opening(
            DiscussionRepository discussions,
            OpenedDiscussions opened,
            PlacedPosts placed,
            PostRepository posts,
            ArrangementRepository moved,
            Submissions submissions,
            Synonyms tagged,
            Drafts drafts,
            Queue queue,
            Polling polling,
            Policy policy,
            Pointing pointing,
            Changes changes,
            Moment moment) {
        this.discussions = discussions;
        this.opened = opened;
        this.placed = placed;
        this.posts = posts;
        this.moved = moved;
        this.submissions = submissions;
        this.tagged = tagged;
        this.drafts = drafts;
        this.queue = queue;
        this.polling = polling;
        this.policy = policy;
        this.pointing = pointing;
        this.changes = changes;
        this.moment = moment;
    }

    /// What was entered, ready to be stored under ids of its own.
    record Draft(
            long id,
            long postId,
            Kind kind,
            String title,
            String body,
            Pointed pointed,
            List<String> tags,
            String language,
            @Nullable Written written,
            @Nullable NewPoll poll) {

        Html html() {
            return pointed.html();
        }
    }

    Draft draft(Viewer.SignedIn author, NewDiscussion entered, Spot spot) {
        String title = Shared.title(entered.title());
        String body = Shared.body(entered.body());
        List<String> tags = Shared.tags(entered.tags());
        String language =
                entered.language() == null
                        ? Tongue.of(title + "\n" + body, "en")
                        : Entry.language(entered.language());
        long postId = Ids.next();
        Pointed pointed = pointing.lay(author, postId, body, spot);
        return new Draft(
                Ids.next(),
                postId,
                entered.kind(),
                title,
                body,
                pointed,
                tags,
                language,
                entered.written(),
                entered.poll() == null ? null : entered.poll().checked(moment.now()));
    }

    Posted open(Viewer.SignedIn author, String slug, Draft draft, @Nullable String submission) {
        CommunityRow community =
                discussions.community(slug).orElseThrow(ProblemException::notFound);
        Standing standing = community.standing(author);
        policy.require(
                draft.kind == Kind.ANNOUNCEMENT ? Capability.ANNOUNCE : Capability.POST, standing);
        var made = new ContentRef(ContentType.DISCUSSION, draft.id);
        Optional<ContentRef> earlier =
                submissions.claim(
                        author.personId(),
                        submission,
                        made,
                        List.of(slug, draft.kind, draft.title, draft.body));
        if (earlier.isPresent()) {
            long before = earlier.get().id();
            return posts.openingMade(before)
                    .or(() -> moved.moved(before, 1))
                    .map(MadeRow::posted)
                    .orElseThrow(ProblemException::notFound);
        }
        List<String> tags = tagged.stored(community.id(), draft.tags);
        boolean waits = queue.holds(author, community.id(), community.reviewFirstPosts(), standing);
        store(author, community, draft, tags, waits ? State.QUEUED : State.VISIBLE, moment.now());
        if (draft.poll != null) {
            polling.ask(draft.postId, draft.poll);
        }
        drafts.sent(draft.written);
        changes.append(author.personId(), made, What.CREATED);
        return new Posted(draft.id, draft.title, draft.postId, 1, waits);
    }

    /// Opens a discussion among the few people of a conversation.
    Posted begin(Viewer.SignedIn author, long conversation, Draft draft) {
        var closed =
                new CommunityRow(
                        conversation,
                        Visibility.PRIVATE.code(),
                        false,
                        new String[] {Role.MEMBER.code()});
        store(author, closed, draft, List.of(), State.VISIBLE, moment.now());
        drafts.sent(draft.written);
        changes.append(
                author.personId(), new ContentRef(ContentType.DISCUSSION, draft.id), What.CREATED);
        return new Posted(draft.id, draft.title, draft.postId, 1, false);
    }

    private void store(
            Viewer.SignedIn author,
            CommunityRow community,
            Draft draft,
            List<String> tags,
            State state,
            Instant now) {
        opened.save(
                new OpenedDiscussion(
                        draft.id,
                        community.id(),
                        draft.kind.code(),
                        draft.title,
                        draft.language,
                        tags.toArray(String[]::new),
                        community.visibility(),
                        state.code(),
                        author.personId(),
                        now,
                        now,
                        author.personId(),
                        1,
                        state == State.VISIBLE ? 1 : 0));
        placed.save(
                new PlacedPost(
                        draft.postId,
                        draft.id,
                        community.id(),
                        1,
                        null,
                        null,
                        TreePath.OPENING,
                        0,
                        author.personId(),
                        draft.body,
                        draft.html().value(),
                        draft.html().version(),
                        draft.language,
                        community.visibility(),
                        state.code(),
                        now));
        pointing.keep(draft.postId, draft.pointed);
    }
}
