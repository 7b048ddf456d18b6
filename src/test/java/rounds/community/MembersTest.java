package rounds.community;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.community.CommunitiesTest.refused;
import static rounds.community.Visibility.LISTED;
import static rounds.community.Visibility.PRIVATE;
import static rounds.community.Visibility.PUBLIC;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class MembersTest {
    private final Town town = new Town();
    private final Viewer.SignedIn ada = town.person("Ada");
    private final Viewer.SignedIn ben = town.person("Ben");
    private final Viewer.SignedIn cleo = town.person("Cleo");

    @Test
    void aPublicCommunityIsJoinedAndLeft() {
        Community community = town.community(ada, "Open", PUBLIC);

        assertThat(town.admissions.join(ben, community.slug()).members()).isEqualTo(2);
        assertThat(town.admissions.join(ben, community.slug()).members()).isEqualTo(2);
        town.members.leave(ben, community.slug());
        assertThat(town.communities.bySlug(ben, community.slug()).members()).isEqualTo(1);
        assertThat(town.admissions.join(ben, community.slug()).members()).isEqualTo(2);
    }

    @Test
    void aPersonWhoIsDeletedIsNoLongerCounted() {
        Community community = town.community(ada, "Open", PUBLIC);
        Community private_ = town.community(ada, "Closed", PRIVATE);
        town.join(ada, community, ben, cleo);
        town.join(ada, private_, ben);
        town.database.run(
                "insert into membership (id, community_id, person_id, role) select 1, community_id, person_id, 'moderator' from membership where person_id = %d and community_id = %d"
                        .formatted(ben.personId(), community.id()));

        town.database.run("delete from person where handle = 'ben'");

        assertThat(town.communities.bySlug(ada, community.slug()).members()).isEqualTo(2);
        assertThat(town.communities.bySlug(ada, private_.slug()).members()).isEqualTo(1);
        assertThat(town.database.count("select count(*) from access")).isEqualTo(3);
        town.members.leave(cleo, community.slug());
        assertThat(town.communities.bySlug(ada, community.slug()).members()).isEqualTo(1);
    }

    @Test
    void aSuspendedChairIsNobodyToLeaveACommunityTo() {
        Community community = town.community(ada, "Open", PUBLIC);
        town.join(ada, community, ben, cleo);
        town.members.give(ada, community.slug(), "ben", Role.CHAIR);
        town.suspend("ben");

        refused(Problem.Conflict.class, () -> town.members.leave(ada, community.slug()));
        town.members.give(ada, community.slug(), "cleo", Role.CHAIR);
        town.members.leave(ada, community.slug());

        assertThat(rolesOf("cleo")).contains("chair");
    }

    @Test
    void aCommunityWhoseLastChairIsSuspendedIsFrozenAndNobodyGainsARight() {
        Community community = town.community(ada, "Open", LISTED);
        String link = town.invitations.link(ada, community.slug(), 7);
        town.join(ada, community, ben);
        town.members.give(ada, community.slug(), "ben", Role.CORE_TEAM);
        List<String> before = town.database.rows("select person_id, roles from access order by 1");

        town.suspend("ada");

        assertThat(town.database.rows("select person_id, roles from access order by 1"))
                .isEqualTo(before);
        refused(
                Problem.SessionEnded.class,
                () -> town.members.give(ada, community.slug(), "ben", Role.CHAIR));
        refused(
                Problem.Forbidden.class,
                () -> town.members.give(ben, community.slug(), "ben", Role.CHAIR));
        refused(
                Problem.Forbidden.class,
                () -> town.members.remove(ben, community.slug(), "ada", "Gone"));
        // What she made lets nobody in while she is suspended, and does again when she is not.
        refused(Problem.NotFound.class, () -> town.invitations.accept(cleo, link));
        town.database.run("update account set suspended_at = null");
        town.invitations.accept(cleo, link);
        town.members.give(ada, community.slug(), "ben", Role.CHAIR);
        assertThat(rolesOf("ben")).contains("chair");
    }

    private String rolesOf(String handle) {
        return town.database
                .rows(
                        "select a.roles from access a join person p on p.id = a.person_id where p.handle = '%s'"
                                .formatted(handle))
                .getFirst();
    }

    @Test
    void aListedCommunityIsAskedAndAnswers() {
        Community community = town.community(ada, "Listed", LISTED);
        refused(Problem.Forbidden.class, () -> town.admissions.join(ben, community.slug()));

        town.admissions.ask(ben, community.slug(), "I look after three hospices.");
        town.admissions.ask(ben, community.slug(), "Again");
        town.admissions.ask(cleo, community.slug(), "");
        refused(
                Problem.Forbidden.class,
                () ->
                        town.admissions.waiting(
                                ben, town.communities.bySlug(ben, community.slug()), null));
        Community seen = town.communities.bySlug(ada, community.slug());
        List<Request> waiting = town.admissions.waiting(ada, seen, null).items();
        assertThat(seen.waiting().requests()).isEqualTo(2);
        assertThat(waiting)
                .extracting(Request::message)
                .containsExactly("I look after three hospices.", "");

        refused(
                Problem.Forbidden.class,
                () -> town.admissions.admit(ben, community.slug(), waiting.getFirst().id()));
        town.admissions.admit(ada, community.slug(), waiting.getFirst().id());
        town.admissions.decline(ada, community.slug(), waiting.getLast().id(), "Not this region");

        assertThat(town.communities.bySlug(ben, community.slug()).standing().isMember()).isTrue();
        assertThat(town.communities.bySlug(cleo, community.slug()).standing().isMember()).isFalse();
        refused(
                Problem.Conflict.class,
                () -> town.admissions.admit(ada, community.slug(), waiting.getLast().id()));
    }

    @Test
    void nobodyIsMadeAMemberUnasked() {
        Community community = town.community(ada, "Listed", LISTED);

        refused(
                Problem.NotFound.class,
                () -> town.members.give(ada, community.slug(), "ben", Role.MODERATOR));
        assertThat(town.database.count("select count(*) from access")).isEqualTo(1);
    }

    @Test
    void thoseOutsideSeeAsMuchOfTheMembersAsThePolicySays() {
        Community open = town.community(ada, "Open", PUBLIC);
        Community listed = town.community(ada, "Listed", LISTED);
        town.join(ada, open, cleo);

        assertThat(page(ben, open, "").items())
                .extracting(Member::handle)
                .containsExactly("ada", "cleo");
        refused(Problem.NotFound.class, () -> page(Viewer.VISITOR, open, ""));
        refused(Problem.Forbidden.class, () -> page(ben, listed, ""));
        assertThat(town.members.leaders(Viewer.VISITOR, seen(Viewer.VISITOR, open)))
                .extracting(Member::handle)
                .containsExactly("ada");
        assertThat(town.members.leaders(ben, seen(ben, listed)))
                .extracting(Member::roles)
                .containsExactly(List.of("chair"));
    }

    @Test
    void membersAreFoundByWordsAndRolesPageByPage() {
        Community community = town.community(ada, "Open", PUBLIC);
        for (String name : List.of("Zoé", "Émile", "Bea", "Élise")) {
            Viewer.SignedIn person = town.person(name.replace("é", "e").replace("É", "E"));
            town.database.run(
                    "update person set name = '" + name + "' where id = " + person.personId());
            town.join(ada, community, person);
        }
        town.members.give(ada, community.slug(), "bea", Role.MODERATOR);

        var names = new ArrayList<String>();
        String after = null;
        do {
            Slice<Member> page =
                    town.members.page(ada, seen(ada, community), MemberFilter.NONE, after, 2);
            page.items().forEach(member -> names.add(member.name()));
            after = page.next();
        } while (after != null);

        assertThat(names).containsExactly("Ada", "Bea", "Élise", "Émile", "Zoé");
        assertThat(page(ada, community, "PHYSICIAN emile").items())
                .extracting(Member::name)
                .containsExactly("Émile");
        assertThat(
                        town.members
                                .page(
                                        ada,
                                        seen(ada, community),
                                        new MemberFilter("", "moderator", "", "", "", "", "", null),
                                        null,
                                        9)
                                .items())
                .extracting(Member::name)
                .containsExactly("Bea");
    }

    @Test
    void rolesAreTheChairsToGiveAndHaveABeginningAndAnEnd() {
        Community community = town.community(ada, "Open", PUBLIC);
        town.join(ada, community, ben, cleo);
        refused(
                Problem.Forbidden.class,
                () -> town.members.give(ben, community.slug(), "ben", Role.MODERATOR));

        town.members.give(ada, community.slug(), "ben", Role.MODERATOR);
        refused(
                Problem.Forbidden.class,
                () -> town.members.end(cleo, community.slug(), "ben", Role.MODERATOR));
        assertThat(seen(ben, community).may(Capability.HIDE)).isTrue();
        town.members.end(ada, community.slug(), "ben", Role.MODERATOR);

        assertThat(seen(ben, community).may(Capability.HIDE)).isFalse();
        Community now = seen(cleo, community);
        Member member = town.members.member(cleo, now, "ben");
        assertThat(town.members.tenures(cleo, now, member))
                .extracting(Tenure::role, tenure -> tenure.untilAt() == null, Tenure::endedBy)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("member", true, null),
                        org.assertj.core.groups.Tuple.tuple("moderator", false, "Ada"));
        refused(
                Problem.Invalid.class,
                () -> town.members.give(ada, community.slug(), "ben", Role.RELATIONSHIP_MANAGER));
        refused(
                Problem.Invalid.class,
                () -> town.members.give(ada, community.slug(), "ben", Role.PERSON));
    }

    @Test
    void aRemovedMemberIsOutAtTheNextRequestAndComesBackOnlyByInvitation() {
        Community community = town.community(ada, "Open", PUBLIC);
        String early = town.invitations.link(ada, community.slug(), 7);
        town.join(ada, community, ben, cleo);
        String made = town.invitations.link(ben, community.slug(), 7);
        refused(
                Problem.Forbidden.class,
                () -> town.members.remove(ben, community.slug(), "cleo", "Because"));
        refused(
                Problem.Invalid.class,
                () -> town.members.remove(ada, community.slug(), "ben", " "));

        town.members.remove(ada, community.slug(), "ben", "Advertising, three times");

        refused(Problem.NotFound.class, () -> town.invitations.accept(cleo, made));
        assertThat(seen(ben, community).standing().isMember()).isFalse();
        refused(Problem.Forbidden.class, () -> town.admissions.join(ben, community.slug()));
        refused(Problem.NotFound.class, () -> town.invitations.accept(ben, early));
        town.join(ada, community, ben);
        assertThat(seen(ben, community).members()).isEqualTo(3);
    }

    @Test
    void aChairRemovesNoChair() {
        Community community = town.community(ada, "Open", PUBLIC);
        town.join(ada, community, ben);
        town.members.give(ada, community.slug(), "ben", Role.CHAIR);

        refused(
                Problem.Forbidden.class,
                () -> town.members.remove(ada, community.slug(), "ben", "A coup"));
        refused(
                Problem.Forbidden.class,
                () -> town.members.end(ada, community.slug(), "ben", Role.CHAIR));
        town.members.end(ada, community.slug(), "ada", Role.CHAIR);
        assertThat(seen(ada, community).may(Capability.GIVE_ROLES)).isFalse();
        refused(
                Problem.Conflict.class,
                () -> town.members.end(ben, community.slug(), "ben", Role.CHAIR));
        refused(Problem.Conflict.class, () -> town.members.leave(ben, community.slug()));
    }

    @RepeatedTest(5)
    void ofTwoChairsWhoLeaveAtOnceOneStays() throws Exception {
        Community community = town.community(ada, "Open", PUBLIC);
        town.join(ada, community, ben);
        town.members.give(ada, community.slug(), "ben", Role.CHAIR);
        var start = new CountDownLatch(1);
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> left = new ArrayList<>();
            for (Viewer.SignedIn chair : List.of(ada, ben)) {
                left.add(both.submit(leaving(chair, community, start)));
            }
            start.countDown();
            assertThat(List.of(left.get(0).get(), left.get(1).get())).containsOnlyOnce(true);
        }
        assertThat(
                        town.database.count(
                                "select count(*) from membership where role = 'chair' and until_at is null"))
                .isEqualTo(1);
    }

    private Callable<Boolean> leaving(
            Viewer.SignedIn chair, Community community, CountDownLatch start) {
        return () -> {
            start.await();
            try {
                town.members.leave(chair, community.slug());
                return true;
            } catch (ProblemException _) {
                return false;
            }
        };
    }

    @Test
    void whatIsHiddenHasNoMembers() {
        Community hidden = town.community(ada, "Hidden", PRIVATE);

        refused(Problem.NotFound.class, () -> town.admissions.join(ben, hidden.slug()));
        refused(Problem.NotFound.class, () -> town.admissions.ask(ben, hidden.slug(), ""));
        refused(Problem.NotFound.class, () -> town.members.leave(ben, hidden.slug()));
        refused(
                Problem.NotFound.class,
                () -> town.members.give(ben, hidden.slug(), "ada", Role.CHAIR));
        refused(
                Problem.NotFound.class,
                () -> town.members.remove(ben, hidden.slug(), "ada", "Why"));
        refused(Problem.NotFound.class, () -> town.invitations.link(ben, hidden.slug(), 7));
    }

    private Community seen(Viewer viewer, Community community) {
        return town.communities.bySlug(viewer, community.slug());
    }

    private Slice<Member> page(Viewer viewer, Community community, String words) {
        return town.members.page(
                viewer, seen(viewer, community), MemberFilter.words(words), null, 20);
    }
}
