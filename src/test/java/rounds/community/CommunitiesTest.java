package rounds.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static rounds.community.Visibility.LISTED;
import static rounds.community.Visibility.PRIVATE;
import static rounds.community.Visibility.PUBLIC;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;

import java.util.List;

class CommunitiesTest {
    private final Town town = new Town();
    private final Viewer.SignedIn ada = town.person("Ada");
    private final Viewer.SignedIn ben = town.person("Ben");
    private final Viewer.SignedIn cleo = town.person("Cleo");

    static void refused(Class<? extends Problem> problem, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown -> assertThat(thrown.problem()).isInstanceOf(problem));
    }

    @Test
    void theFounderIsItsChair() {
        Community community = town.community(ada, "Élan – soins à domicile", PUBLIC);

        assertThat(community.slug()).isEqualTo("elan-soins-a-domicile");
        assertThat(community.members()).isEqualTo(1);
        assertThat(community.standing().roles()).containsOnly(Role.MEMBER, Role.CHAIR);
        assertThat(community.may(Capability.WIDEN)).isTrue();
        assertThat(town.communities.mine(ada))
                .extracting(Mine::name)
                .containsExactly(community.name());
        assertThat(
                        town.database.count(
                                "select count(*) from change_log where content_type = 'community'"))
                .isEqualTo(1);
    }

    @Test
    void whoHasNotConfirmedHerAddressFoundsNothing() {
        town.database.run(
                "update account set confirmed_at = null where person_id = " + ben.personId());

        refused(Problem.Forbidden.class, () -> town.community(ben, "Too early", PUBLIC));

        assertThat(town.database.count("select count(*) from community")).isZero();
    }

    @Test
    void theSameFormSentTwiceFoundsOneCommunity() {
        var founding = new Founding("Once", null, "", "", PUBLIC, List.of("en"));

        Community first = town.communities.found(ada, founding, "form-1");
        Community second = town.communities.found(ada, founding, "form-1");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(town.database.count("select count(*) from community")).isEqualTo(1);
    }

    @Test
    void aNameMayComeTwiceAnAddressMayNot() {
        town.community(ada, "Home care", PUBLIC);

        assertThat(town.community(ben, "Home care", PUBLIC).slug()).isEqualTo("home-care-2");
        refused(
                Problem.Invalid.class,
                () ->
                        town.communities.found(
                                ben,
                                new Founding("Mine", "home-care", "", "", PUBLIC, List.of("en")),
                                null));
        refused(
                Problem.Invalid.class,
                () ->
                        town.communities.found(
                                ben,
                                new Founding("Mine", "admin", "", "", PUBLIC, List.of("en")),
                                null));
    }

    @Test
    void theAddressOfAPrivateCommunityIsNotMetByItsName() {
        assertThat(town.community(ada, "End of life", PRIVATE).slug())
                .matches("end-of-life-[a-z2-9]{6}");
        assertThat(town.community(ben, "End of life", PUBLIC).slug()).isEqualTo("end-of-life");
    }

    @Test
    void anAddressThatCannotBeHadDoesNotTellWhyAndOneThatCanIsNamed() {
        for (Visibility visibility : Visibility.values()) {
            found(ada, "taken-" + visibility.code(), visibility);
        }

        for (String wanted : List.of("taken-public", "taken-listed", "taken-private", "admin")) {
            assertThatThrownBy(() -> found(ben, wanted, PUBLIC))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> {
                                var field =
                                        ((Problem.Invalid) refused.problem()).fields().getFirst();
                                assertThat(field.name()).isEqualTo("slug");
                                assertThat(field.why()).isEqualTo("community.slug.taken");
                                String free = field.details().getFirst().toString();
                                assertThat(free).matches(wanted + "-[a-z2-9]{6}");
                                assertThat(found(ben, free, PUBLIC).slug()).isEqualTo(free);
                            });
        }
        assertThat(found(ben, "a".repeat(60), PRIVATE).slug()).hasSize(60);
        refused(Problem.Invalid.class, () -> found(ada, "a".repeat(60), PRIVATE));
    }

    private Community found(Viewer.SignedIn founder, String slug, Visibility visibility) {
        return town.communities.found(
                founder, new Founding("Ours", slug, "", "", visibility, List.of("en")), null);
    }

    @Test
    void everythingWrongIsNamedAtOnce() {
        assertThatThrownBy(() ->
                        town.communities.found(
                                ada,
                                new Founding(
                                        "\u200b",
                                        "Not a slug!",
                                        "x".repeat(2001),
                                        "\0",
                                        PUBLIC,
                                        List.of()),
                                null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        thrown ->
                                assertThat(((Problem.Invalid) thrown.problem()).fields())
                                        .extracting(Problem.Field::name)
                                        .containsExactly(
                                                "name",
                                                "slug",
                                                "purpose",
                                                "audience",
                                                "languages"));
    }

    @Test
    void whoMayKnowOfACommunitySeesIt() {
        String open = town.community(ada, "Open", PUBLIC).slug();
        String listed = town.community(ada, "Listed", LISTED).slug();
        String hidden = town.community(ada, "Hidden", PRIVATE).slug();

        assertThat(town.communities.bySlug(Viewer.VISITOR, open).may(Capability.READ)).isTrue();
        refused(Problem.NotFound.class, () -> town.communities.bySlug(Viewer.VISITOR, listed));
        refused(Problem.NotFound.class, () -> town.communities.bySlug(Viewer.VISITOR, hidden));
        assertThat(town.communities.bySlug(ben, listed).mayAsk()).isTrue();
        refused(
                Problem.Forbidden.class,
                () -> town.communities.bySlug(ben, listed, Capability.READ));
        refused(Problem.NotFound.class, () -> town.communities.bySlug(ben, hidden));
        refused(
                Problem.NotFound.class,
                () -> town.communities.bySlug(ben, hidden, Capability.SEE_MEMBERS));
    }

    @Test
    void onlyChairsAndCoreTeamChangeWhatItSays() {
        Community community = town.community(ada, "Wounds", PUBLIC);
        town.join(ada, community, ben, cleo);
        town.members.give(ada, community.slug(), "ben", Role.CORE_TEAM);
        var charter =
                new Charter(
                        "Wound care",
                        "Healing.",
                        "Nurses",
                        List.of("en", "fr"),
                        true,
                        false,
                        true,
                        false,
                        false);

        refused(
                Problem.Forbidden.class,
                () -> town.communities.change(cleo, community.slug(), charter));
        town.communities.change(ben, community.slug(), charter);

        Community changed = town.communities.bySlug(cleo, community.slug());
        assertThat(changed.name()).isEqualTo("Wound care");
        assertThat(changed.languages()).containsExactly("en", "fr");
        assertThat(changed.reviewFirstPosts()).isTrue();
        assertThat(changed.secondReader()).isTrue();
    }

    @Test
    void onlyTheChairDecidesWhoReads() {
        Community community = town.community(ada, "Wounds", LISTED);
        town.join(ada, community, ben, cleo);
        town.members.give(ada, community.slug(), "ben", Role.CORE_TEAM);
        town.members.give(ada, community.slug(), "ben", Role.MODERATOR);

        for (Visibility to : List.of(PUBLIC, PRIVATE)) {
            refused(
                    Problem.Forbidden.class,
                    () -> town.communities.show(ben, community.slug(), to));
        }
        town.communities.show(ada, community.slug(), PUBLIC);
        assertThat(town.communities.bySlug(Viewer.VISITOR, community.slug()).name())
                .isEqualTo("Wounds");

        town.communities.show(ada, community.slug(), PRIVATE);
        refused(
                Problem.NotFound.class,
                () -> town.communities.bySlug(Viewer.VISITOR, community.slug()));
        assertThat(
                        town.database.count(
                                "select count(*) from change_log where content_type = 'community' and what = 'audience'"))
                .isEqualTo(2);
    }
}
