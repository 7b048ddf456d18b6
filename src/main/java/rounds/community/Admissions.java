package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.identity.People;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Cursor;
import rounds.platform.database.Ids;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The door of a community: people join, or ask to, and are let in or not.
@Singleton
public class Admissions {
    private static final int PAGE = 50;

    private final MemberRepository members;
    private final RequestRepository requests;
    private final Communities communities;
    private final People people;
    private final CommunityLog log;
    private final Policy policy;
    private final Changes changes;
    private final Transactions transactions;

    Admissions(
            MemberRepository members,
            RequestRepository requests,
            Communities communities,
            People people,
            CommunityLog log,
            Policy policy,
            Changes changes,
            Transactions transactions) {
        this.members = members;
        this.requests = requests;
        this.communities = communities;
        this.people = people;
        this.log = log;
        this.policy = policy;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// Joins a public community. Whoever is in it already stays in it.
    public Community join(Viewer.SignedIn viewer, String slug) {
        return transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug);
                    if (!community.standing().isMember()) {
                        policy.require(Capability.JOIN, community.standing());
                        people.requireConfirmed(viewer);
                        enter(members.join(community.id(), Ids.next()));
                    }
                    return communities.bySlug(viewer, slug);
                });
    }

    /// Asks a listed community to let the viewer in. Asking again while the first question waits
    /// changes nothing.
    ///
    /// @param message why, for those who decide; may be empty
    public void ask(Viewer.SignedIn viewer, String slug, String message) {
        var entered = new Entered();
        String words = entered.words("message", message, 1000);
        entered.requireGood();
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug);
                    if (!community.mayAsk()) {
                        policy.require(Capability.JOIN, community.standing());
                    }
                    people.requireConfirmed(viewer);
                    long request = Ids.next();
                    int asked = requests.ask(request, community.id(), viewer.personId(), words);
                    if (asked == 1) {
                        changed(viewer, ContentType.JOIN_REQUEST, request, What.CREATED);
                    }
                    return asked;
                });
    }

    /// What the viewer asked of this community and nobody has answered yet.
    public Optional<Request> mine(Viewer viewer, Community community) {
        return transactions.read(
                viewer, () -> requests.ofPerson(community.id(), viewer.personId()));
    }

    /// The ids of the communities that the viewer asked and that have not answered yet.
    public Set<Long> asked(Viewer viewer) {
        return viewer instanceof Viewer.SignedIn person
                ? transactions.read(viewer, () -> Set.copyOf(requests.askedBy(person.personId())))
                : Set.of();
    }

    /// Takes back what the viewer asked of this community. What was answered meanwhile stays so.
    public void withdraw(Viewer.SignedIn viewer, String slug) {
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug);
                    long request =
                            requests.withdraw(community.id()).orElseThrow(Admissions::answered);
                    changed(viewer, ContentType.JOIN_REQUEST, request, What.AUDIENCE);
                    return community;
                });
    }

    /// Who asks to be let in, who has waited longest first.
    ///
    /// @param after the cursor of the page before
    public Slice<Request> waiting(Viewer viewer, Community community, @Nullable String after) {
        policy.require(Capability.APPROVE_MEMBERS, community.standing());
        Keyset from = Keyset.oldestFirst(after);
        List<Request> rows =
                transactions.read(
                        viewer,
                        () -> requests.page(community.id(), from.at(), from.id(), PAGE + 1));
        return Slice.of(rows, PAGE, row -> Cursor.after(row.askedAt(), row.id()));
    }

    /// Lets somebody in who asked.
    public void admit(Viewer.SignedIn viewer, String slug, long requestId) {
        transactions.write(
                viewer,
                () -> {
                    Community community = door(viewer, slug);
                    Request request = open(community, requestId);
                    long membership = Ids.next();
                    if (!members.give(
                            community.id(), request.personId(), Role.MEMBER.code(), membership)) {
                        throw answered();
                    }
                    changed(viewer, ContentType.MEMBERSHIP, membership, What.CREATED);
                    changed(viewer, ContentType.JOIN_REQUEST, requestId, What.AUDIENCE);
                    log.add(viewer, community.id(), Act.ADMITTED, request.personId(), "", "");
                    return community;
                });
    }

    /// Does not let her in. She may ask again.
    ///
    /// @param reason for the log; may be empty
    public void decline(Viewer.SignedIn viewer, String slug, long requestId, String reason) {
        var entered = new Entered();
        String why = entered.words("reason", reason, 2000);
        entered.requireGood();
        transactions.write(
                viewer,
                () -> {
                    Community community = door(viewer, slug);
                    Request request = open(community, requestId);
                    if (requests.decline(community.id(), requestId, viewer.personId()) != 1) {
                        throw answered();
                    }
                    changed(viewer, ContentType.JOIN_REQUEST, requestId, What.AUDIENCE);
                    log.add(viewer, community.id(), Act.DECLINED, request.personId(), "", why);
                    return community;
                });
    }

    /// What came of an attempt to enter.
    static void enter(String outcome) {
        switch (outcome) {
            case "joined", "already" -> {}
            case "removed" ->
                    throw new ProblemException(new Problem.Forbidden("community.join.removed"));
            default -> throw ProblemException.notFound();
        }
    }

    private void changed(Viewer.SignedIn viewer, ContentType type, long id, What what) {
        changes.append(viewer.personId(), new ContentRef(type, id), what);
    }

    private Community door(Viewer viewer, String slug) {
        return communities.bySlug(viewer, slug, Capability.APPROVE_MEMBERS);
    }

    // Two moderators at the same request: the second is told.
    private Request open(Community community, long requestId) {
        return requests.find(community.id(), requestId).orElseThrow(Admissions::answered);
    }

    private static ProblemException answered() {
        return new ProblemException(new Problem.Conflict("community.request.answered"));
    }
}
