package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;

/// Writing in discussions: open one, answer. [Edits] changes what was written, [Discussions] reads,
/// [Moderation] keeps order.
///
/// What a form holds is read and laid out before the database is entered, so that nobody waits for
/// it there; nothing of it is lost, since a refusal names the field and the form still has the
/// words.
@Singleton
public class Forum {
    /// Why an answer comes back once: others have answered since its author began.
    public static final String MEANWHILE = "forum.reply.meanwhile";

    private final Opening opening;
    private final Replying replying;
    private final Markdown markdown;
    private final Limits limits;
    private final Transactions transactions;

    Forum(
            Opening opening,
            Replying replying,
            Markdown markdown,
            Limits limits,
            Transactions transactions) {
        this.opening = opening;
        this.replying = replying;
        this.markdown = markdown;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// What these words will look like.
    public Html preview(String body) {
        return markdown.render(body, "preview");
    }

    /// The language that these words sound like, `en` or `fr`.
    ///
    /// @param otherwise what it is taken for where they do not tell
    public String heard(String words, String otherwise) {
        return Tongue.of(words, otherwise);
    }

    /// Opens a discussion in the community of that slug.
    ///
    /// @param submission the form's own key: the same form sent again opens nothing more
    /// @throws ProblemException invalid, with the field that cannot be taken; not found or
    ///   forbidden, as the policy says
    public Posted open(
            Viewer.SignedIn author,
            String community,
            NewDiscussion entered,
            @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(author.personId()));
        Opening.Draft draft = opening.draft(entered);
        return transactions.write(author, () -> opening.open(author, community, draft, submission));
    }

    /// Answers in a discussion.
    ///
    /// @param submission the form's own key: the same form sent again answers nothing more
    /// @throws ProblemException invalid; not found or forbidden, as the policy says; conflict, if
    ///   the discussion was closed or the answered post is gone; conflict with [#MEANWHILE], if
    ///   others have answered since what its author had seen
    public Posted reply(
            Viewer.SignedIn author,
            long discussionId,
            NewPost entered,
            @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(author.personId()));
        Replying.Draft draft = replying.draft(entered);
        return transactions.write(
                author, () -> replying.reply(author, discussionId, draft, submission));
    }
}
