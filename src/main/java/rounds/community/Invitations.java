package rounds.community;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Optional;

/// Invitations into communities: links to pass on. Each holds until it expires, is taken back, or
/// its maker leaves.
@Singleton
public class Invitations {
    /// How long a link may hold, in days.
    public static final List<Integer> DAYS = List.of(1, 7, 30);

    private static final int MOST_SHOWN = 100;

    private final InvitationRepository invitations;
    private final InvitationLinks links;
    private final MemberRepository members;
    private final Communities communities;
    private final CommunityLog log;
    private final Policy policy;
    private final Transactions transactions;

    Invitations(
            InvitationRepository invitations,
            InvitationLinks links,
            MemberRepository members,
            Communities communities,
            CommunityLog log,
            Policy policy,
            Transactions transactions) {
        this.invitations = invitations;
        this.links = links;
        this.members = members;
        this.communities = communities;
        this.log = log;
        this.policy = policy;
        this.transactions = transactions;
    }

    /// The path of an invitation with this token.
    public static String path(String token) {
        return "/invitations/" + token;
    }

    /// Makes a link that lets in whoever follows it.
    ///
    /// @param days how long it holds, one of [#DAYS]
    /// @return its token
    public String link(Viewer.SignedIn viewer, String slug, int days) {
        if (!DAYS.contains(days)) {
            throw ProblemException.invalid("days", "community.invite.days-unknown");
        }
        return transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.INVITE);
                    long id = Ids.next();
                    String token = links.token(id);
                    invitations.add(
                            id, links.hash(token), community.id(), null, viewer.personId(), days);
                    log.add(viewer, community.id(), Act.INVITED);
                    return token;
                });
    }

    /// The invitations that hold and that the viewer may take back: her own, or for those who let
    /// people in, all.
    public List<Invitation> living(Viewer viewer, Community community) {
        requireInvites(community);
        return transactions.read(viewer, () -> invitations.living(community.id(), MOST_SHOWN));
    }

    /// The token of a link that the viewer made herself; absent for others', and for what was sent
    /// by mail.
    public Optional<String> token(Invitation invitation) {
        return invitation.mine() && invitation.email() == null
                ? Optional.of(links.token(invitation.id()))
                : Optional.empty();
    }

    /// Takes an invitation back; its link leads nowhere from now on.
    public void end(Viewer.SignedIn viewer, String slug, long invitationId) {
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.READ);
                    if (invitations.revoke(community.id(), invitationId) != 1) {
                        throw ProblemException.notFound();
                    }
                    log.add(viewer, community.id(), Act.INVITATION_ENDED);
                    return community;
                });
    }

    /// What the holder of this token is invited to; absent for every token that lets nobody in.
    public Optional<InvitedTo> find(Viewer viewer, String token) {
        return transactions.read(viewer, () -> invitations.find(links.hash(token)));
    }

    /// Joins by an invitation. Whoever is in the community already stays in it and uses nothing up.
    public Community accept(Viewer.SignedIn viewer, String token) {
        byte[] hash = links.hash(token);
        return transactions.write(
                viewer,
                () -> {
                    InvitedTo to = invitations.find(hash).orElseThrow(ProblemException::notFound);
                    Admissions.enter(members.joinInvited(to.communityId(), Ids.next(), hash));
                    return communities.byId(viewer, to.communityId());
                });
    }

    private void requireInvites(Community community) {
        if (!community.may(Capability.INVITE)) {
            policy.require(Capability.INVITE, community.standing());
            throw new ProblemException(new Problem.Forbidden("policy.refused.invite"));
        }
    }
}
