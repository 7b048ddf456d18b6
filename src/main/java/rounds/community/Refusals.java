package rounds.community;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;

/// From whom somebody takes private notes. Who is refused is not told.
@Singleton
public class Refusals {
    private static final int MOST_SHOWN = 200;

    private final ConversationRepository conversations;
    private final Transactions transactions;

    Refusals(ConversationRepository conversations, Transactions transactions) {
        this.conversations = conversations;
        this.transactions = transactions;
    }

    /// From whom the viewer takes no notes, by name.
    public List<Acquaintance> all(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> conversations.refused(MOST_SHOWN));
    }

    /// Takes no more notes from that person.
    ///
    /// @throws ProblemException not found
    public void refuse(Viewer.SignedIn viewer, String handle) {
        transactions.write(
                viewer,
                () -> {
                    if (conversations.addressed(new String[] {handle}).isEmpty()) {
                        throw ProblemException.notFound();
                    }
                    return conversations.refuse(viewer.personId(), new String[] {handle});
                });
    }

    public void accept(Viewer.SignedIn viewer, String handle) {
        transactions.write(viewer, () -> conversations.accept(viewer.personId(), handle));
    }

    /// Whether others may write notes to the viewer at all.
    public boolean receives(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> conversations.receives(viewer.personId()));
    }

    public void receive(Viewer.SignedIn viewer, boolean receives) {
        transactions.write(viewer, () -> conversations.receive(viewer.personId(), receives));
    }
}
