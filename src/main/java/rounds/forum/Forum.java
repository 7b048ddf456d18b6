package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Tongue;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.markdown.Html;

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

    /// Why an answer is refused: the discussion was closed.
    public static final String CLOSED = "forum.reply.closed";

    private final Opening opening;
    private final Replying replying;
    private final Pointing pointing;
    private final References references;
    private final Limits limits;
    private final Transactions transactions;

    Forum(
            Opening opening,
            Replying replying,
            Pointing pointing,
            References references,
            Limits limits,
            Transactions transactions) {
        this.opening = opening;
        this.replying = replying;
        this.pointing = pointing;
        this.references = references;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// What these words will look like to the one who writes them.
    public Html preview(Viewer.SignedIn author, String body) {
        Html html = pointing.preview(author, body);
        return Links.areUnfilledIn(html.value())
                ? transactions.read(
                        author,
                        () ->
                                new Html(
                                        references.filled(html.value(), Tongue.of(body, "en")),
                                        html.version()))
                : html;
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
        Opening.Draft draft = opening.draft(author, entered, new Spot.New(community));
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
        Replying.Draft draft = replying.draft(author, discussionId, entered);
        return transactions.write(
                author, () -> replying.reply(author, discussionId, draft, submission));
    }
}
