package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Conversations;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Cursor;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Shared;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.List;
import java.util.Optional;

/// Private notes between two people or a few: discussions that only they read and that stand in no
/// list but their own. What comes after the first words is an answer like any other: [Forum].
@Singleton
public class Notes {
    private final NoteRepository notes;
    private final Opening opening;
    private final PostRepository posts;
    private final Conversations conversations;
    private final Submissions submissions;
    private final Limits limits;
    private final Transactions transactions;

    Notes(
            NoteRepository notes,
            Opening opening,
            PostRepository posts,
            Conversations conversations,
            Submissions submissions,
            Limits limits,
            Transactions transactions) {
        this.notes = notes;
        this.opening = opening;
        this.posts = posts;
        this.conversations = conversations;
        this.submissions = submissions;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// The viewer's notes, the latest words first.
    ///
    /// @param after the cursor of the page before
    public Slice<Note> mine(Viewer.SignedIn viewer, @Nullable String after, int limit) {
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(
                viewer,
                () ->
                        Slice.of(
                                        notes.mine(from.at(), from.id(), limit + 1),
                                        limit,
                                        row -> Cursor.after(row.lastAt(), row.id()))
                                .map(NoteRow::note));
    }

    /// Writes a note to these people.
    ///
    /// @param submission the form's own key: the same form sent again writes nothing more
    /// @throws ProblemException invalid, with the field that cannot be taken: `to`, `title`, `body`
    public Posted write(Viewer.SignedIn author, NewNote entered, @Nullable String submission) {
        limits.take(Limit.POST, String.valueOf(author.personId()));
        limits.take(Limit.NOTE, String.valueOf(author.personId()));
        Shared.body(entered.body());
        Opening.Draft draft =
                opening.draft(author, entered.discussion(), new Spot.Among(entered.to()));
        return transactions.write(author, () -> write(author, entered.to(), draft, submission));
    }

    private Posted write(
            Viewer.SignedIn author,
            List<String> to,
            Opening.Draft draft,
            @Nullable String submission) {
        var made = new ContentRef(ContentType.DISCUSSION, draft.id());
        Optional<ContentRef> earlier =
                submissions.claim(
                        author.personId(),
                        submission,
                        made,
                        List.of(to, draft.title(), draft.body()));
        if (earlier.isPresent()) {
            return posts.openingMade(earlier.get().id())
                    .map(MadeRow::posted)
                    .orElseThrow(ProblemException::notFound);
        }
        return opening.begin(author, conversations.start(author, to), draft);
    }
}
