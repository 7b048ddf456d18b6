package rounds.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.time.LocalDate;
import java.util.List;

/// New members are asked gently, and heard by the members alone.
class IntroductionsTest {
    private final Town town = new Town();
    private final Introductions introductions = town.bean(Introductions.class);

    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn cleo;
    private String slug;

    @BeforeEach
    void people() {
        ada = town.person("Ada");
        ben = town.person("Ben");
        cleo = town.person("Cleo");
        Community community = town.community(ada, "Home care", Visibility.PUBLIC);
        slug = community.slug();
        town.join(ada, community, ben);
    }

    @Test
    void whoJoinedIsAskedUntilSheHasSaidItAndTheMembersReadIt() {
        assertThat(introductions.asks(ben, seen(ben))).isTrue();
        introductions.say(ben, slug, new Introduction("  A nurse in Kenora. ", "Company"));

        assertThat(introductions.asks(ben, seen(ben))).isFalse();
        assertThat(introductions.newcomers(ada, seen(ada)))
                .extracting(Newcomer::name, Newcomer::who, Newcomer::hopes)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "Ben", "A nurse in Kenora.", "Company"));
        assertThat(said(ada)).isEqualTo("A nurse in Kenora.");
        // A public community shows its members to everybody who signed in, and not what they said.
        assertThat(introductions.newcomers(cleo, seen(cleo))).isEmpty();
        assertThat(said(cleo)).isNull();

        introductions.takeBack(ben, slug);
        assertThat(introductions.newcomers(ada, seen(ada))).isEmpty();
        assertThat(introductions.asks(ben, seen(ben))).isFalse();
    }

    @Test
    void whoSaysLaterIsAskedOnceMoreAndThenNeverAgain() {
        introductions.later(ben, slug);
        assertThat(introductions.asks(ben, seen(ben))).isFalse();
        past("later_at", 15);
        assertThat(introductions.asks(ben, seen(ben))).isTrue();
        introductions.later(ben, slug);
        past("later_at", 15);
        assertThat(introductions.asks(ben, seen(ben))).isFalse();
    }

    @Test
    void nobodySpeaksForACommunitySheIsNotIn() {
        assertThatThrownBy(() -> introductions.say(cleo, slug, new Introduction("I", "")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> introductions.say(ben, slug, new Introduction(" ", "x")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(
                        () -> introductions.say(ben, slug, new Introduction("x".repeat(301), "")))
                .isInstanceOf(ProblemException.class);
        assertThat(town.database.count("select count(*) from introduction")).isZero();
    }

    @Test
    void membersAreChosenByWhatTheySayOfThemselves() {
        town.database.run(
                """
                update person set profession = 'Infirmière', organisation = 'Clinique Élan', place = 'Kenora',
                       expertise = '{Wound care,Dizziness}', emr = '{OSCAR}' where id = %d
                """
                        .formatted(ben.personId()));

        assertThat(names(MemberFilter.words("infirm"))).containsExactly("Ben");
        assertThat(names(MemberFilter.words("INFIRMIERE elan"))).containsExactly("Ben");
        assertThat(names(MemberFilter.words("wou osc"))).containsExactly("Ben");
        assertThat(names(MemberFilter.words("firmi"))).isEmpty();
        assertThat(names(filter("infirmiere", "", "", "", ""))).containsExactly("Ben");
        assertThat(names(filter("", "clinique elan", "", "", ""))).containsExactly("Ben");
        assertThat(names(filter("", "", "KENORA", "", ""))).containsExactly("Ben");
        assertThat(names(filter("", "", "", "dizziness", ""))).containsExactly("Ben");
        assertThat(names(filter("", "", "", "dizz", ""))).isEmpty();
        assertThat(names(filter("", "", "", "", "oscar"))).containsExactly("Ben");
        assertThat(town.members.aspects(ada, seen(ada)))
                .contains(
                        new Aspect("profession", "Infirmière"),
                        new Aspect("emr", "OSCAR"),
                        new Aspect("expertise", "Wound care"));
    }

    @Test
    void whoJoinedSinceADayIsFound() {
        town.database.run(
                "update membership set from_at = now() - interval '30 days' where person_id = "
                        + ada.personId());

        assertThat(names(since(LocalDate.now().minusDays(7)))).containsExactly("Ben");
        assertThat(names(since(LocalDate.now().minusDays(60)))).containsExactly("Ada", "Ben");
        assertThat(names(since(LocalDate.MAX))).isEmpty();
    }

    @Test
    void whatTwoPeopleShareIsTheCommunitiesBothAreIn() {
        town.community(ben, "Of Ben alone", Visibility.PUBLIC);

        assertThat(town.members.inCommon(ada, ben.personId()))
                .extracting(Shared::name)
                .containsExactly("Home care");
        assertThat(town.members.inCommon(cleo, ben.personId())).isEmpty();
    }

    private String said(Viewer viewer) {
        Introduction said = town.members.member(viewer, seen(viewer), "ben").about().introduction();
        return said == null ? null : said.who();
    }

    private List<String> names(MemberFilter filter) {
        return town.members.page(ada, seen(ada), filter, null, 20).items().stream()
                .map(Member::name)
                .toList();
    }

    private static MemberFilter filter(
            String profession, String organisation, String place, String expertise, String emr) {
        return new MemberFilter("", "", profession, organisation, place, expertise, emr, null);
    }

    private static MemberFilter since(LocalDate day) {
        return new MemberFilter("", "", "", "", "", "", "", day);
    }

    private void past(String column, int days) {
        town.database.run(
                "update introduction set %1$s = %1$s - interval '%2$d days'"
                        .formatted(column, days));
    }

    private Community seen(Viewer viewer) {
        return town.communities.bySlug(viewer, slug);
    }
}
