package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.identity.Addresses;
import rounds.identity.People;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.platform.mail.Letter;
import rounds.platform.mail.Mails;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Invitations into communities: links to pass on. Each holds until it expires, is taken back, or
/// its maker leaves.
@Singleton
public class Invitations {
    /// How long a link may hold, in days.
    public static final List<Integer> DAYS = List.of(1, 7, 30);

    private static final int DAYS_OF_MAIL = 14;
    private static final int MOST_SHOWN = 100;

    private final InvitationRepository invitations;
    private final InvitationLinks links;
    private final MemberRepository members;
    private final Communities communities;
    private final People people;
    private final Mails mails;
    private final Limits limits;
    private final CommunityLog log;
    private final Policy policy;
    private final Transactions transactions;

    Invitations(
            InvitationRepository invitations,
            InvitationLinks links,
            MemberRepository members,
            Communities communities,
            People people,
            Mails mails,
            Limits limits,
            CommunityLog log,
            Policy policy,
            Transactions transactions) {
        this.invitations = invitations;
        this.links = links;
        this.members = members;
        this.communities = communities;
        this.people = people;
        this.mails = mails;
        this.limits = limits;
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
                    return make(viewer, community, null, days);
                });
    }

    /// Sends an invitation to an address, good for one person; the one that the viewer sent there
    /// before ends. Nobody learns whether the address has an account or is in the community.
    ///
    /// @param language of the mail, `en` or `fr`
    public void mail(Viewer.SignedIn viewer, String slug, String address, String language) {
        String email = Addresses.clean(address);
        communities.bySlug(viewer, slug, Capability.INVITE);
        limits.take(Limit.MAIL_FROM, "person " + viewer.personId());
        limits.take(Limit.MAIL_TO, email);
        transactions.write(
                viewer,
                () -> {
                    Community community = communities.bySlug(viewer, slug, Capability.INVITE);
                    // The same address is not invited twice: what it was sent before ends here.
                    invitations.revokeMailed(community.id(), email, viewer.personId());
                    String token = make(viewer, community, email, DAYS_OF_MAIL);
                    String inviter = people.self(viewer).name();
                    mails.write(
                            new Letter(
                                    email,
                                    null,
                                    language.equals("fr") ? "fr" : "en",
                                    "community.mail.invite",
                                    List.of(
                                            inviter,
                                            community.name(),
                                            new Letter.Link(path(token))),
                                    Duration.ofDays(DAYS_OF_MAIL)));
                    return token;
                });
    }

    private String make(
            Viewer.SignedIn viewer, Community community, @Nullable String email, int days) {
        people.requireConfirmed(viewer);
        long id = Ids.next();
        String token = links.token(id);
        invitations.add(id, links.hash(token), community.id(), email, viewer.personId(), days);
        log.add(viewer, community.id(), Act.INVITED);
        return token;
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

    /// The address to which the invitation behind this path was sent; absent for a link to pass on,
    /// and for every path that lets nobody in. It does not confirm that address: mails are
    /// forwarded, and whoever holds one may be somebody else.
    public Optional<String> address(String path) {
        String start = path("");
        return path.startsWith(start)
                ? transactions.read(
                        Viewer.VISITOR,
                        () -> invitations.address(links.hash(path.substring(start.length()))))
                : Optional.empty();
    }

    /// Joins by an invitation. Whoever is in the community already stays in it and uses nothing up.
    public Community accept(Viewer.SignedIn viewer, String token) {
        byte[] hash = links.hash(token);
        return transactions.write(
                viewer,
                () -> {
                    InvitedTo to = invitations.find(hash).orElseThrow(ProblemException::notFound);
                    people.requireConfirmed(viewer);
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
