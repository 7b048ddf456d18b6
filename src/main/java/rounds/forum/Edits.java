package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

/// Changing what was written. Every edit says from which revision it was made: where somebody was
/// quicker it is refused as a conflict, and what was typed is still in the form.
@Singleton
public class Edits {
    private final PostEdits posts;
    private final DiscussionEdits discussions;
    private final Deletions deletions;
    private final Histories histories;
    private final Transactions transactions;

    Edits(
            PostEdits posts,
            DiscussionEdits discussions,
            Deletions deletions,
            Histories histories,
            Transactions transactions) {
        this.posts = posts;
        this.discussions = discussions;
        this.deletions = deletions;
        this.histories = histories;
        this.transactions = transactions;
    }

    /// Writes a post anew and keeps what it said. Only its author may.
    ///
    /// @throws ProblemException invalid; not found or forbidden; conflict, if it is gone or no
    ///   longer at that revision
    public Posted edit(Viewer.SignedIn author, long postId, PostEdit edit) {
        PostEdits.Draft draft = posts.draft(author, postId, edit);
        return transactions.write(author, () -> posts.edit(author, edit.revision(), draft));
    }

    /// The same in the language that the words sound like.
    public Posted edit(Viewer.SignedIn author, long postId, int revision, String body) {
        return edit(author, postId, new PostEdit(revision, body, null, null));
    }

    /// Changes a discussion and its opening post. Its author may; title, kind and tags alone,
    /// moderators, too: then its author is told.
    ///
    /// @throws ProblemException as [#edit]
    public Discussion edit(Viewer.SignedIn editor, long discussionId, DiscussionEdit edit) {
        DiscussionEdits.Draft draft = discussions.draft(editor, discussionId, edit);
        return transactions.write(editor, () -> discussions.edit(editor, discussionId, draft));
    }

    /// Takes a post away, from all but its author and the moderators; its place stays. The opening
    /// post takes the discussion along, unless others have answered: their words are not hers to
    /// delete.
    ///
    /// @param reason owed by a moderator who deletes what another wrote
    /// @throws ProblemException invalid, without a reason; not found or forbidden; conflict, if it
    ///   is gone already
    public void delete(Viewer.SignedIn viewer, long postId, @Nullable String reason) {
        transactions.run(viewer, () -> deletions.post(viewer, postId, reason));
    }

    /// Takes a discussion away. Its author does it as by deleting the opening post; a moderator
    /// takes all of it, with a reason.
    ///
    /// @throws ProblemException as [#delete]
    public void deleteDiscussion(
            Viewer.SignedIn viewer, long discussionId, @Nullable String reason) {
        transactions.run(viewer, () -> deletions.discussion(viewer, discussionId, reason));
    }

    /// What a post said before, and the words around one of its revisions, not yet compared.
    ///
    /// @param revision the one to be compared with the one before it; absent: the newest
    /// @throws ProblemException not found or forbidden; sign in first, for a visitor
    public Past history(Viewer viewer, long postId, @Nullable Integer revision) {
        return transactions.read(viewer, () -> histories.of(viewer, postId, revision));
    }
}
