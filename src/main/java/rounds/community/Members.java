package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Cursor;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who is in a community, and in which role.
@Singleton
public class Members {
    private static final int MOST_LEADERS = 12;
    private static final int MOST_TENURES = 50;
    private static final int MOST_ASKED = 400;
    private static final int MOST_ASPECTS = 6;
    private static final int MOST_SHARED = 50;

    /// Which a chair gives, in the order in which they are offered.
    private static final List<Role> GIVEN =
            List.of(Role.MODERATOR, Role.CORE_TEAM, Role.PEER_CHAMPION, Role.CHAIR);

    private final MemberRepository members;
    private final TenureRepository tenures;
    private final Communities communities;
    private final CommunityLog log;
    private final Policy policy;
    private final Changes changes;
    private final Transactions transactions;

    Members(
            MemberRepository members,
            TenureRepository tenures,
            Communities communities,
            CommunityLog log,
            Policy policy,
            Changes changes,
            Transactions transactions) {
        this.members = members;
        this.tenures = tenures;
        this.communities = communities;
        this.log = log;
        this.policy = policy;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// The members who fit the filter, by name.
    ///
    /// @param after the cursor of the page before
    public Slice<Member> page(
            Viewer viewer,
            Community community,
            MemberFilter filter,
            @Nullable String after,
            int limit) {
        policy.require(Capability.SEE_MEMBERS, community.standing());
        Cursor cursor = Cursor.parse(after, 2);
        List<MemberRow> rows =
                transactions.read(
                        viewer,
                        () ->
                                members.page(
                                        community.id(),
                                        Directory.searched(filter.words()),
                                        filter.role(),
                                        filter.profession(),
                                        filter.organisation(),
                                        filter.place(),
                                        filter.expertise(),
                                        filter.emr(),
                                        filter.from(),
                                        cursor == null ? "" : cursor.text(0),
                                        cursor == null ? Long.MIN_VALUE : cursor.number(1),
                                        limit + 1));
        return Slice.of(rows, limit, row -> Cursor.after(row.sortKey(), row.id()))
                .map(MemberRow::member);
    }

    /// Who has joined since then, the newest first.
    public List<Member> joinedSince(
            Viewer.SignedIn viewer, Community community, Instant since, int limit) {
        return transactions
                .read(viewer, () -> members.joinedSince(community.id(), since, limit))
                .stream()
                .map(MemberRow::member)
                .toList();
    }

    /// What the members say of themselves most often, to choose by.
    public List<Aspect> aspects(Viewer viewer, Community community) {
        policy.require(Capability.SEE_MEMBERS, community.standing());
        return transactions.read(
                viewer, () -> members.aspects(community.id(), MOST_ASKED, MOST_ASPECTS));
    }

    /// The communities that the viewer and that person are both in, by name; of oneself, all.
    public List<Shared> inCommon(Viewer.SignedIn viewer, long personId) {
        return transactions.read(viewer, () -> members.inCommon(personId, MOST_SHARED));
    }

    /// Chairs and core team, the chairs first: whom to turn to.
    public List<Member> leaders(Viewer viewer, Community community) {
        policy.require(Capability.SEE_LEADERS, community.standing());
        return transactions
                .read(viewer, () -> members.leaders(community.id(), MOST_LEADERS))
                .stream()
                .map(MemberRow::member)
                .toList();
    }

    /// One member.
    public Member member(Viewer viewer, Community community, String handle) {
        policy.require(Capability.SEE_MEMBERS, community.standing());
        return transactions.read(viewer, () -> found(community, handle));
    }

    /// What the viewer may do with this member. A chair is the equal of every other: who ends her
    /// roles is she herself.
    public MemberRights rights(Viewer viewer, Community community, Member member) {
        boolean self = member.id() == viewer.personId();
        boolean chair = member.roles().contains(Role.CHAIR.code());
        return new MemberRights(
                community.may(Capability.GIVE_ROLES)
                        ? GIVEN.stream()
                                .map(Role::code)
                                .filter(code -> !member.roles().contains(code))
                                .toList()
                        : List.of(),
                self || (community.may(Capability.GIVE_ROLES) && !chair)
                        ? member.roles()
                        : List.of(),
                community.may(Capability.REMOVE_MEMBERS) && !self && !chair);
    }

    /// What somebody was and is in the community, the present first. Those who are not in it see
    /// only the present.
    public List<Tenure> tenures(Viewer viewer, Community community, Member member) {
        policy.require(Capability.SEE_MEMBERS, community.standing());
        return transactions.read(
                viewer, () -> tenures.of(community.id(), member.id(), MOST_TENURES));
    }

    /// Leaves the community, and with it every role there.
    ///
    /// @throws ProblemException a conflict, for its last chair
    public void leave(Viewer.SignedIn viewer, String slug) {
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.LEAVE);
                    log.add(viewer, community.id(), Act.LEFT);
                    end(viewer, community, viewer.personId(), Role.MEMBER);
                    return community;
                });
    }

    /// Removes somebody; she comes back only when she is invited anew, or asks and is admitted.
    ///
    /// @param reason for the log and for her
    public void remove(Viewer.SignedIn viewer, String slug, String handle, String reason) {
        var entered = new Entered();
        String why = entered.reason("reason", reason);
        entered.requireGood();
        transactions.write(
                viewer,
                () -> {
                    Community community =
                            communities.bySlug(viewer, slug, Capability.REMOVE_MEMBERS);
                    Member member = other(viewer, found(community, handle));
                    Optional<Long> membership = members.membership(community.id(), member.id());
                    end(viewer, community, member.id(), Role.MEMBER);
                    log.add(viewer, community.id(), Act.REMOVED, member.id(), "", why);
                    membership.ifPresent(id ->
                            changes.append(
                                    viewer.personId(),
                                    new ContentRef(ContentType.MEMBERSHIP, id),
                                    What.AUDIENCE));
                    return member;
                });
    }

    /// Gives somebody who is in the community a role there, from now on.
    public void give(Viewer.SignedIn viewer, String slug, String handle, Role role) {
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.GIVE_ROLES);
                    Member member = found(community, handle);
                    if (!member.roles().contains(role.code())) {
                        give(viewer, community, member, role);
                        log.add(
                                viewer,
                                community.id(),
                                Act.ROLE_GIVEN,
                                member.id(),
                                role.code(),
                                "");
                    }
                    return member;
                });
    }

    /// Ends a role, as of now. A chair ends her own, never another chair's; anybody may lay down
    /// her own roles.
    ///
    /// @throws ProblemException a conflict, for the last chair
    public void end(Viewer.SignedIn viewer, String slug, String handle, Role role) {
        if (!role.isGiven()) {
            throw ProblemException.invalid("role", "community.role.unknown");
        }
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.READ);
                    Member member = found(community, handle);
                    if (member.id() != viewer.personId()) {
                        policy.require(Capability.GIVE_ROLES, community.standing());
                    }
                    end(viewer, community, member.id(), role);
                    log.add(viewer, community.id(), Act.ROLE_ENDED, member.id(), role.code(), "");
                    return member;
                });
    }

    private void give(Viewer.SignedIn viewer, Community community, Member member, Role role) {
        if (!GIVEN.contains(role)) {
            throw ProblemException.invalid("role", "community.role.unknown");
        }
        long membership = Ids.next();
        if (!members.give(community.id(), member.id(), role.code(), membership)) {
            throw new ProblemException(new Problem.Forbidden("policy.refused.give_roles"));
        }
        changes.append(
                viewer.personId(),
                new ContentRef(ContentType.MEMBERSHIP, membership),
                What.CREATED);
    }

    private void end(Viewer.SignedIn viewer, Community community, long personId, Role role) {
        switch (members.end(community.id(), personId, role.code())) {
            case "done" ->
                    changes.append(
                            viewer.personId(),
                            new ContentRef(ContentType.PERSON, personId),
                            What.AUDIENCE);
            case "last_chair" ->
                    throw new ProblemException(new Problem.Conflict("community.last-chair"));
            case "nobody" -> throw ProblemException.notFound();
            default -> throw new ProblemException(new Problem.Forbidden("community.chair-ends"));
        }
    }

    private Member found(Community community, String handle) {
        return members.find(community.id(), handle)
                .orElseThrow(ProblemException::notFound)
                .member();
    }

    // Leaving is a page of its own.
    private static Member other(Viewer viewer, Member member) {
        if (member.id() == viewer.personId()) {
            throw new ProblemException(new Problem.Conflict("community.remove-self"));
        }
        return member;
    }
}
