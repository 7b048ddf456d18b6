package rounds.community;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// Who may write private notes to whom, and who is in a conversation. What is written there is the
/// forum's.
@Singleton
public class Conversations {
    /// With the writer, twelve: more than a few are a community.
    public static final int MOST_OTHERS = 11;

    /// Of people to choose from.
    public static final int MOST_SHOWN = 12;

    private final ConversationRepository conversations;
    private final Communities communities;
    private final Limits limits;
    private final Transactions transactions;

    Conversations(
            ConversationRepository conversations,
            Communities communities,
            Limits limits,
            Transactions transactions) {
        this.conversations = conversations;
        this.communities = communities;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// Whether the viewer may write to that person.
    public Writable mayWriteTo(Viewer.SignedIn viewer, long personId) {
        return transactions.read(viewer, () -> Writable.of(conversations.mayWriteTo(personId)));
    }

    /// The people of these handles, in this order, to whom the viewer may write together.
    ///
    /// @throws ProblemException invalid on `to`, when one of them is not there, may not be written
    ///   to, or there are too many
    public List<Acquaintance> recipients(Viewer.SignedIn viewer, Collection<String> handles) {
        var wanted = new LinkedHashSet<>(handles);
        if (wanted.isEmpty()) {
            throw ProblemException.invalid("to", "notes.to.missing");
        }
        if (wanted.size() > MOST_OTHERS) {
            throw ProblemException.invalid("to", "notes.to.many", MOST_OTHERS);
        }
        return transactions.read(
                viewer,
                () -> {
                    List<Addressed> found = conversations.addressed(wanted.toArray(String[]::new));
                    return wanted.stream().map(handle -> recipient(found, handle)).toList();
                });
    }

    /// The people of these handles, whether the viewer may write to them or not: for a form that is
    /// shown again.
    public List<Acquaintance> named(Viewer.SignedIn viewer, Collection<String> handles) {
        String[] wanted = handles.stream().limit(MOST_OTHERS + 1L).toArray(String[]::new);
        return transactions.read(
                viewer,
                () ->
                        conversations.addressed(wanted).stream()
                                .map(Addressed::acquaintance)
                                .toList());
    }

    /// People with whom the viewer shares a community and whose name, handle or work begins with
    /// these words, by name; without words, who came last. The first few, and one more than
    /// [#MOST_SHOWN] where there are more.
    ///
    /// @throws ProblemException too many, where she asks faster than anybody types
    public List<Acquaintance> acquaintances(Viewer.SignedIn viewer, String words) {
        limits.take(Limit.COMPLETE, String.valueOf(viewer.personId()));
        String asked = Directory.searched(words);
        return transactions.read(
                viewer,
                () ->
                        asked.isEmpty()
                                ? conversations.newest(MOST_SHOWN + 1)
                                : conversations.acquaintances(asked, MOST_SHOWN + 1));
    }

    /// Begins a conversation with these people.
    ///
    /// @return the id of its community
    public long start(Viewer.SignedIn viewer, Collection<String> handles) {
        List<Acquaintance> others = recipients(viewer, handles);
        Long[] people = others.stream().map(Acquaintance::id).toArray(Long[]::new);
        Long[] rows = others.stream().map(_ -> Ids.next()).toArray(Long[]::new);
        long id = Ids.next();
        return transactions.write(
                viewer,
                () -> {
                    if (!conversations.start(id, people, Ids.next(), rows)) {
                        throw ProblemException.invalid("to", "notes.to.refused");
                    }
                    return id;
                });
    }

    /// Takes somebody in, who then reads all from the start.
    ///
    /// @throws ProblemException not found, for a viewer who is not in it; invalid on `to`
    public void add(Viewer.SignedIn viewer, long id, String handle) {
        Acquaintance person = recipients(viewer, List.of(handle)).getFirst();
        String added =
                transactions.write(viewer, () -> conversations.add(id, person.id(), Ids.next()));
        switch (added) {
            case "added", "already" -> {}
            case "nobody" -> throw ProblemException.notFound();
            case "full" -> throw ProblemException.invalid("to", "notes.to.many", MOST_OTHERS);
            default -> throw ProblemException.invalid("to", "notes.to." + added);
        }
    }

    /// Goes out of a conversation, and takes no more notes from these people. What the viewer wrote
    /// stays with the others.
    ///
    /// @param refused handles; those of people who are not in it are passed over
    public void leave(Viewer.SignedIn viewer, long id, Collection<String> refused) {
        transactions.write(
                viewer,
                () -> {
                    Conversation conversation = communities.byId(viewer, id).conversation();
                    if (conversation == null || !conversations.leave(id)) {
                        throw ProblemException.notFound();
                    }
                    return conversations.refuse(
                            viewer.personId(),
                            conversation.others().stream()
                                    .map(Conversation.Party::handle)
                                    .filter(refused::contains)
                                    .toArray(String[]::new));
                });
    }

    private static Acquaintance recipient(List<Addressed> found, String handle) {
        Addressed person =
                found.stream()
                        .filter(somebody -> somebody.handle().equals(handle))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid("to", "notes.to.nobody"));
        Writable may = Writable.of(person.may());
        return switch (may) {
            case YES -> person.acquaintance();
            case UNCONFIRMED ->
                    throw new ProblemException(new Problem.Forbidden("identity.confirm-first"));
            case SELF, STRANGER, REFUSED ->
                    throw ProblemException.invalid("to", "notes.to." + may.code());
        };
    }
}
