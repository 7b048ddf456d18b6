package rounds.community;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.community.CommunitiesTest.refused;
import static rounds.community.Visibility.PRIVATE;

import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.util.List;

class InvitationsTest {
    private final Town town = new Town();
    private final Viewer.SignedIn ada = town.person("Ada");
    private final Viewer.SignedIn ben = town.person("Ben");
    private final Viewer.SignedIn cleo = town.person("Cleo");
    private final Community community = town.community(ada, "Hidden", PRIVATE);

    @Test
    void aLinkTellsWhereItLeadsAndLetsIn() {
        String token = town.invitations.link(ada, community.slug(), 7);

        InvitedTo to = town.invitations.find(Viewer.VISITOR, token).orElseThrow();
        assertThat(to.name()).isEqualTo("Hidden");
        assertThat(to.inviter()).isEqualTo("Ada");
        assertThat(town.invitations.accept(ben, token).standing().isMember()).isTrue();
        assertThat(town.invitations.accept(cleo, token).members()).isEqualTo(3);
        town.invitations.accept(cleo, token);
        assertThat(town.database.count("select used from invitation")).isEqualTo(2);
    }

    @Test
    void whatExpiredOrWasTakenBackOrNeverWasLetsNobodyIn() {
        String expired = town.invitations.link(ada, community.slug(), 1);
        town.database.run("update invitation set expires_at = now() - interval '1 second'");
        String revoked = town.invitations.link(ada, community.slug(), 7);
        town.invitations.end(ada, community.slug(), living(ada).getFirst().id());

        for (String token : List.of(expired, revoked, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x")) {
            assertThat(town.invitations.find(ben, token)).isEmpty();
            refused(Problem.NotFound.class, () -> town.invitations.accept(ben, token));
        }
        assertThat(town.database.count("select count(*) from access")).isEqualTo(1);
    }

    @Test
    void itsMakerSeesTheLinkAgainAndNobodyElse() {
        String token = town.invitations.link(ada, community.slug(), 7);
        town.invitations.accept(ben, token);
        town.members.give(ada, community.slug(), "ben", Role.MODERATOR);

        assertThat(town.invitations.token(living(ada).getFirst())).contains(token);
        assertThat(living(ben)).hasSize(1);
        assertThat(town.invitations.token(living(ben).getFirst())).isEmpty();
    }

    @Test
    void membersInviteWhereTheyMay() {
        town.join(ada, community, ben);
        String theirs = town.invitations.link(ben, community.slug(), 7);
        town.communities.change(
                ada, community.slug(), new Charter("Hidden", "", "", List.of("en"), false, false));

        refused(Problem.Forbidden.class, () -> town.invitations.link(ben, community.slug(), 7));
        refused(Problem.NotFound.class, () -> town.invitations.accept(cleo, theirs));
        town.members.give(ada, community.slug(), "ben", Role.PEER_CHAMPION);
        town.invitations.accept(cleo, theirs);
        refused(Problem.Forbidden.class, () -> living(cleo));
    }

    @Test
    void onlyItsMakerAndThoseWhoGovernTakeALinkBack() {
        town.join(ada, community, ben, cleo);
        town.invitations.link(ben, community.slug(), 7);
        long theirs = living(ben).getFirst().id();

        refused(Problem.NotFound.class, () -> town.invitations.end(cleo, community.slug(), theirs));
        town.invitations.end(ada, community.slug(), theirs);
        assertThat(living(ben)).isEmpty();
    }

    private List<Invitation> living(Viewer.SignedIn viewer) {
        return town.invitations.living(viewer, town.communities.bySlug(viewer, community.slug()));
    }
}
