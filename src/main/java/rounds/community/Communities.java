package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.identity.People;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.changes.Submissions;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.List;
import java.util.Optional;

/// Communities of practice: found them, look at them, change them.
@Singleton
public class Communities {
    /// More than anybody is in; a menu that shows them all still fits a page.
    private static final int MOST_OF_MINE = 200;

    /// Of others: what a choice can still show.
    private static final int MOST_OF_OTHERS = 100;

    private static final int MOST_OF_ONE_NAME = 50;

    private final CommunityRepository communities;
    private final People people;
    private final CommunityLog log;
    private final Policy policy;
    private final Changes changes;
    private final Submissions submissions;
    private final Limits limits;
    private final Transactions transactions;

    Communities(
            CommunityRepository communities,
            People people,
            CommunityLog log,
            Policy policy,
            Changes changes,
            Submissions submissions,
            Limits limits,
            Transactions transactions) {
        this.communities = communities;
        this.people = people;
        this.log = log;
        this.policy = policy;
        this.changes = changes;
        this.submissions = submissions;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// The community of that address.
    ///
    /// @throws ProblemException not found, if it is not there or the viewer may not know of it
    public Community bySlug(Viewer viewer, String slug) {
        return transactions.read(viewer, () -> seen(viewer, communities.bySlug(slug)));
    }

    /// The same, for a viewer who wants to do this there.
    ///
    /// @throws ProblemException not found or forbidden, as the policy says
    public Community bySlug(Viewer viewer, String slug, Capability wanted) {
        Community community = bySlug(viewer, slug);
        if (!community.may(wanted)) {
            policy.require(wanted, community.standing());
        }
        return community;
    }

    /// The community of that id, or the conversation: what a discussion stands in.
    ///
    /// @throws ProblemException not found, if it is not there or the viewer may not know of it
    public Community byId(Viewer viewer, long id) {
        return transactions.read(viewer, () -> seen(viewer, communities.byId(id)));
    }

    /// What the viewer is in that community.
    public Standing standing(Viewer viewer, long communityId) {
        return byId(viewer, communityId).standing();
    }

    /// The communities the viewer is in, by name.
    public List<Mine> mine(Viewer.SignedIn viewer) {
        return transactions.read(viewer, () -> communities.mine(MOST_OF_MINE));
    }

    /// Those of others that anybody may read, by name: the largest, and the one that is named if
    /// the viewer may know of it.
    public List<Mine> others(Viewer viewer, @Nullable String named) {
        return transactions.read(
                viewer,
                () -> communities.others(named == null ? "" : named.strip(), MOST_OF_OTHERS));
    }

    /// Founds a community; the founder becomes its first member and its chair.
    ///
    /// @param submission by which the same request, sent twice, is known
    public Community found(Viewer.SignedIn founder, Founding said, @Nullable String submission) {
        limits.take(Limit.FOUND, String.valueOf(founder.personId()));
        Founding founding = said.checked();
        return transactions.write(
                founder,
                () -> {
                    people.requireConfirmed(founder);
                    var made = new ContentRef(ContentType.COMMUNITY, Ids.next());
                    Optional<ContentRef> before =
                            submissions.claim(
                                    founder.personId(), submission, made, List.of(founding));
                    return byId(
                            founder, before.orElseGet(() -> make(founder, made, founding)).id());
                });
    }

    /// Changes what a community says of itself and how it lives.
    public void change(Viewer.SignedIn viewer, String slug, Charter said) {
        Charter charter = said.checked();
        transactions.write(
                viewer,
                () -> {
                    Community community = bySlug(viewer, slug, Capability.CHANGE_SETTINGS);
                    requireOne(
                            communities.change(
                                    community.id(),
                                    charter.name(),
                                    charter.purpose(),
                                    charter.audience(),
                                    charter.languages().toArray(String[]::new),
                                    charter.reviewFirstPosts(),
                                    charter.reviewResources(),
                                    charter.secondReader(),
                                    charter.asksIdentifiers(),
                                    charter.membersMayInvite()));
                    log.add(
                            viewer,
                            community.id(),
                            Act.SETTINGS_CHANGED,
                            null,
                            String.join(",", charter.changed(community)),
                            "");
                    changes.append(viewer.personId(), ref(community), What.EDITED);
                    return community;
                });
    }

    /// Changes who reads the community. Narrowing holds at once. After widening, what was written
    /// before stays with those who could read it then.
    public void show(Viewer.SignedIn viewer, String slug, Visibility to) {
        transactions.write(
                viewer,
                () -> {
                    Community community = bySlug(viewer, slug, Capability.READ);
                    Visibility from = community.visibility();
                    if (from == to) {
                        return community;
                    }
                    boolean widens = to.isWiderThan(from);
                    policy.require(
                            widens ? Capability.WIDEN : Capability.NARROW, community.standing());
                    requireOne(communities.show(community.id(), to.code()));
                    log.add(
                            viewer,
                            community.id(),
                            widens ? Act.WIDENED : Act.NARROWED,
                            null,
                            to.code(),
                            "");
                    changes.append(viewer.personId(), ref(community), What.AUDIENCE);
                    return community;
                });
    }

    private ContentRef make(Viewer.SignedIn founder, ContentRef made, Founding founding) {
        insert(made.id(), founder, founding);
        if (!communities.begin(made.id(), Ids.next(), Ids.next())) {
            throw new IllegalStateException("A new community did not take its founder in.");
        }
        log.add(founder, made.id(), Act.FOUNDED);
        changes.append(founder.personId(), made, What.CREATED);
        return made;
    }

    // A private community's address is not told by trying names: whoever founds another of the same
    // name must not see that the first is there. An address that is asked for and cannot be had
    // tells that there is a reason, but not which: reserved, taken, or taken by what one may not
    // know of.
    private void insert(long id, Viewer.SignedIn founder, Founding founding) {
        if (founding.slug() != null) {
            if (!insert(id, founding.slug(), founder, founding)) {
                throw ProblemException.invalid(
                        "slug", "community.slug.taken", Slugs.unguessable(founding.slug()));
            }
            return;
        }
        String slug = Slugs.from(founding.name());
        int tries = founding.visibility() == Visibility.PRIVATE ? 0 : MOST_OF_ONE_NAME;
        for (int attempt = 1; attempt <= tries; attempt++) {
            String numbered = Slugs.numbered(slug, attempt);
            if (!Slugs.isReserved(numbered) && insert(id, numbered, founder, founding)) {
                return;
            }
        }
        if (!insert(id, Slugs.unguessable(slug), founder, founding)) {
            throw new IllegalStateException("An address that nobody can guess was taken.");
        }
    }

    private boolean insert(long id, String slug, Viewer.SignedIn founder, Founding founding) {
        return communities.insert(
                        id,
                        slug,
                        founding.name(),
                        founding.purpose(),
                        founding.audience(),
                        founding.visibility().code(),
                        founding.languages().toArray(String[]::new),
                        founder.personId())
                == 1;
    }

    private Community seen(Viewer viewer, Optional<CommunityRow> row) {
        return row.orElseThrow(ProblemException::notFound).seenBy(viewer, policy);
    }

    /// The wall lets nobody change a row silently: nothing changed means that the right was lost
    /// meanwhile.
    private static void requireOne(int rows) {
        if (rows != 1) {
            throw ProblemException.notFound();
        }
    }

    private static ContentRef ref(Community community) {
        return new ContentRef(ContentType.COMMUNITY, community.id());
    }
}
