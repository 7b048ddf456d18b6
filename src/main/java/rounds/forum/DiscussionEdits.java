package rounds.forum;

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
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.platform.entry.Shared;

import java.util.Arrays;
import java.util.List;

/// Changes discussions together with their opening posts.
@Singleton
final class DiscussionEdits {
    private final Threads threads;
    private final DiscussionRepository discussions;
    private final PostRepository posts;
    private final PostEdits postEdits;
    private final Synonyms synonyms;
    private final Drafts drafts;
    private final Rights rights;
    private final Policy policy;
    private final Pointing pointing;
    private final Journal journal;
    private final Changes changes;
    private final Transactions transactions;

    DiscussionEdits(
            Threads threads,
            DiscussionRepository discussions,
            PostRepository posts,
            PostEdits postEdits,
            Synonyms synonyms,
            Drafts drafts,
            Rights rights,
            Policy policy,
            Pointing pointing,
            Journal journal,
            Changes changes,
            Transactions transactions) {
        this.threads = threads;
        this.discussions = discussions;
        this.posts = posts;
        this.postEdits = postEdits;
        this.synonyms = synonyms;
        this.drafts = drafts;
        this.rights = rights;
        this.policy = policy;
        this.pointing = pointing;
        this.journal = journal;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// What is to be changed, each part fit to be stored; absent: it stays.
    record Draft(
            int revision,
            @Nullable Kind kind,
            @Nullable String title,
            @Nullable Pointed pointed,
            @Nullable String body,
            @Nullable List<String> tags,
            @Nullable String language,
            @Nullable Written written) {

        boolean nothing() {
            return onlyTags() && tags == null;
        }

        boolean onlyTags() {
            return kind == null && title == null && leavesWords();
        }

        boolean leavesWords() {
            return body == null && language == null;
        }

        Capability needed() {
            if (onlyTags()) {
                return Capability.TAG;
            }
            return leavesWords() ? Capability.CORRECT : Capability.EDIT;
        }
    }

    Draft draft(Viewer.SignedIn editor, long id, DiscussionEdit edit) {
        String body = edit.body() == null ? null : Shared.body(edit.body());
        return new Draft(
                edit.revision(),
                edit.kind(),
                edit.title() == null ? null : Shared.title(edit.title()),
                body == null ? null : laid(editor, id, body),
                body,
                edit.tags() == null ? null : Shared.tags(edit.tags()),
                edit.language() == null ? null : Entry.language(edit.language()),
                edit.written());
    }

    private Pointed laid(Viewer.SignedIn editor, long id, String body) {
        long opening =
                transactions
                        .read(editor, () -> posts.opening(id))
                        .map(PostRow::id)
                        .orElseThrow(ProblemException::notFound);
        return pointing.lay(editor, opening, body, new Spot.Again(opening));
    }

    Discussion edit(Viewer.SignedIn editor, long id, Draft draft) {
        DiscussionRow before = threads.discussion(editor, id);
        require(editor, before, draft);
        if (draft.nothing()) {
            drafts.sent(draft.written);
            return before.seenBy(editor, rights);
        }
        String title = draft.title == null ? before.title() : draft.title;
        String language = draft.language == null ? before.language() : draft.language;
        String kind = draft.kind == null ? before.kind() : draft.kind.code();
        String[] tags =
                draft.tags == null
                        ? before.tags()
                        : synonyms.stored(before.communityId(), draft.tags).toArray(String[]::new);
        int edited = discussions.edit(id, draft.revision, kind, title, language, tags);
        if (edited == 0) {
            throw new ProblemException(new Problem.Conflict("forum.edit.meanwhile"));
        }
        boolean own = before.openedBy(editor);
        if (!own && !Arrays.equals(tags, before.tags())) {
            discussions.forgetTags(id);
        }
        writeOpening(before, draft, own, title, tags, language);
        drafts.sent(draft.written);
        var content = new ContentRef(ContentType.DISCUSSION, id);
        changes.append(editor.personId(), content, What.EDITED);
        if (!before.isCalled(kind, title, tags)) {
            changes.append(editor.personId(), content, What.AUDIENCE);
        }
        noteCorrection(editor, before, kind, title);
        return threads.discussion(editor, id).seenBy(editor, rights);
    }

    /// By another than who opened it: she is told. The old title stands in the history of the
    /// opening post and not in the log, of which nothing is ever taken out: it may name somebody.
    private void noteCorrection(
            Viewer.SignedIn editor, DiscussionRow before, String kind, String title) {
        boolean sameKind = before.kind().equals(kind);
        boolean sameTitle = before.title().equals(title);
        if (!before.openedBy(editor) && !(sameKind && sameTitle)) {
            journal.noteCorrected(editor, before, sameKind ? "" : before.kind());
        }
    }

    private void require(Viewer.SignedIn editor, DiscussionRow discussion, Draft draft) {
        Standing standing = discussion.standing(editor);
        boolean own = discussion.openedBy(editor);
        policy.require(draft.needed(), standing, own);
        if (draft.kind == Kind.ANNOUNCEMENT && !discussion.kind().equals(draft.kind.code())) {
            policy.require(Capability.ANNOUNCE, standing);
        }
        if (discussion.state().equals(State.DELETED.code())) {
            throw new ProblemException(new Problem.Conflict("forum.edit.gone"));
        }
    }

    /// A changed title is kept in the opening post's history, beside the words it stood over, and
    /// so are tags that its author changed. Those that another changed may name somebody: they are
    /// kept nowhere, and the author's post stays as it is.
    private void writeOpening(
            DiscussionRow before,
            Draft draft,
            boolean own,
            String title,
            String[] tags,
            String language) {
        PostRow opening = posts.opening(before.id()).orElse(null);
        if (opening == null || opening.body() == null) {
            if (draft.onlyTags()) {
                return;
            }
            throw ProblemException.notFound();
        }
        String oldBody = opening.body();
        boolean sameTitle = title.equals(before.title());
        String body = draft.body == null ? oldBody : draft.body;
        boolean keepsTags = own && !Arrays.equals(tags, before.tags());
        boolean sameWords =
                sameTitle && body.equals(oldBody) && language.equals(opening.language());
        if (sameWords && !keepsTags) {
            return;
        }
        if (opening.state().equals(State.DELETED.code())) {
            // Replies that remain are found by its tags still.
            if (draft.onlyTags()) {
                return;
            }
            throw new ProblemException(new Problem.Conflict("forum.edit.gone"));
        }
        Pointed pointed = draft.pointed == null ? Pointed.unchanged(opening) : draft.pointed;
        postEdits.write(
                opening,
                opening.revision(),
                new PostEdits.Heading(
                        sameTitle ? null : before.title(), keepsTags ? before.tags() : null),
                new PostEdits.Draft(opening.id(), body, pointed, language, null),
                language);
    }
}
