package rounds.community;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.community.CommunitiesTest.refused;
import static rounds.community.Visibility.LISTED;
import static rounds.community.Visibility.PRIVATE;
import static rounds.community.Visibility.PUBLIC;

import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                ada,
                community.slug(),
                new Charter("Hidden", "", "", List.of("en"), false, false, false, true, false));

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

    @Test
    void aMailLetsInOnePersonOnce() throws SQLException {
        town.invitations.mail(ada, community.slug(), " Ben@Example.org ", "fr");

        String token = tokenInMail();
        assertThat(
                        town.database.count(
                                "select count(*) from mail where recipient = 'ben@example.org' and language = 'fr'"))
                .isEqualTo(1);
        assertThat(town.invitations.token(living(ada).getFirst())).isEmpty();
        assertThat(town.invitations.accept(ben, token).standing().isMember()).isTrue();
        refused(Problem.NotFound.class, () -> town.invitations.accept(cleo, token));
        assertThat(town.invitations.find(cleo, token)).isEmpty();
        assertThat(living(ada)).isEmpty();
    }

    @Test
    void mailGoesOnlyToAnAddressAndOnlyFromThoseWhoMayInvite() {
        for (String address :
                List.of("", "no address", "a@b.org, c@d.org", "a@b.org\nBcc: c@d.org")) {
            refused(
                    Problem.Invalid.class,
                    () -> town.invitations.mail(ada, community.slug(), address, "en"));
        }
        refused(
                Problem.NotFound.class,
                () -> town.invitations.mail(ben, community.slug(), "a@b.org", "en"));
        assertThat(town.database.count("select count(*) from mail")).isZero();
        assertThat(town.database.count("select count(*) from invitation")).isZero();
    }

    @Test
    void whoeverHasNotConfirmedHerAddressStaysOutside() {
        Community open = town.community(ada, "Open", PUBLIC);
        Community listed = town.community(ada, "Listed", LISTED);
        String token = town.invitations.link(ada, community.slug(), 7);
        town.database.run(
                "update account set confirmed_at = null where person_id = " + ben.personId());

        refused(Problem.Forbidden.class, () -> town.invitations.accept(ben, token));
        refused(Problem.Forbidden.class, () -> town.admissions.join(ben, open.slug()));
        refused(Problem.Forbidden.class, () -> town.admissions.ask(ben, listed.slug(), ""));
        assertThat(
                        town.database.count(
                                "select count(*) from access where person_id = " + ben.personId()))
                .isZero();
    }

    private String tokenInMail() throws SQLException {
        try (var owner = town.database.asOwner();
                var row = owner.createStatement().executeQuery("select body from mail")) {
            row.next();
            Matcher link = Pattern.compile("/invitations/([\\w-]+)").matcher(row.getString(1));
            assertThat(link.find()).isTrue();
            return link.group(1);
        }
    }

    private List<Invitation> living(Viewer.SignedIn viewer) {
        return town.invitations.living(viewer, town.communities.bySlug(viewer, community.slug()));
    }
}
