package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.forum.ForumSite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;

class PlanningTest {
    private final ForumSite site = ForumSite.emptied();
    private final Planning planning = site.db.site().get(Planning.class);
    private final Publishing publishing = site.db.site().get(Publishing.class);
    private final Drafts drafts = site.db.site().get(Drafts.class);
    private long valley;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn other;
    private Viewer.SignedIn member;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        mod = site.member("mod", valley, "moderator");
        other = site.member("other", valley, "moderator");
        member = site.member("member", valley);
    }

    @Test
    void itComesOnceWithItsPollWhenItsTimeHasComeHoweverManyNodesLook() {
        Planned planned =
                plan(
                        new NewPoll(
                                "Which day?",
                                List.of("Monday", "Friday"),
                                PollKind.SINGLE,
                                null,
                                false,
                                PollResults.ALWAYS,
                                Instant.now().plus(Duration.ofDays(9))));
        publishing.publishDue();
        assertThat(site.db.count("select count(*) from discussion")).as("not before").isZero();

        due(planned);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int node = 0; node < 4; node++) {
                pool.submit(publishing::publishDue);
            }
        }

        assertThat(
                        site.db.rows(
                                "select title, opened_by, opened_at > now() - interval '1 minute' from discussion"))
                .containsExactly("Meeting|" + mod.personId() + "|t");
        assertThat(site.db.count("select count(*) from poll")).isEqualTo(1);
        assertThat(site.db.count("select count(*) from planned")).isZero();
        assertThat(
                        site.db.rows(
                                "select what from change_log where content_id in (select id from discussion) and what <> 'told'"))
                .containsExactly("created");
        assertThat(
                        site.db.count(
                                "select count(*) from reading_place where person_id = "
                                        + mod.personId()))
                .as("her own words are not new to her")
                .isEqualTo(1);
    }

    @Test
    void aCrashInBetweenLeavesThePlanAndTheNextRoundPublishesIt() {
        Planned planned = plan(null);
        due(planned);
        // The transaction dies after the discussion is written and before it is committed.
        site.db.run(
                """
                create function rounds.die() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
                create trigger die before insert on change_log for each row execute function rounds.die();
                """);
        try {
            publishing.publishDue();
        } finally {
            site.db.run("drop trigger die on change_log; drop function rounds.die()");
        }
        assertThat(site.db.count("select count(*) from discussion")).isZero();
        assertThat(site.db.count("select count(*) from planned where problem is null"))
                .isEqualTo(1);

        publishing.publishDue();
        publishing.publishDue();

        assertThat(site.db.count("select count(*) from discussion")).isEqualTo(1);
    }

    @Test
    void whatFailsTenTimesIsSetAsideForItsAuthorToSeeAndStopsNoOther() {
        for (int i = 0; i < Planning.MOST; i++) {
            plan(null);
        }
        // Due and cursed at once: the site looks for what is due at times of its own.
        site.db.run("update planned set title = 'Cursed', publish_at = now() - interval '1 hour'");
        due(
                planning.plan(
                        other,
                        "valley",
                        new NewDiscussion(Kind.QUESTION, "Good", "Words", List.of(), null),
                        Instant.now().plus(Duration.ofDays(2))));
        site.db.run(
                """
                create function rounds.die() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
                create trigger die before insert on discussion for each row when (new.title = 'Cursed') execute function rounds.die();
                """);
        try {
            publishing.publishDue();
            publishing.publishDue();
            assertThat(site.db.rows("select title from discussion")).containsExactly("Good");
            assertThat(site.db.count("select count(*) from planned where problem is not null"))
                    .isZero();
            for (int round = 3; round <= 11; round++) {
                publishing.publishDue();
            }
            assertThat(site.db.rows("select distinct tries, problem from planned"))
                    .containsExactly("10|fault");
        } finally {
            site.db.run("drop trigger die on discussion; drop function rounds.die()");
        }
        Planned aside = planning.mine(mod).getFirst();
        assertThat(aside.problem()).isEqualTo("fault");
        publishing.publishDue();
        assertThat(site.db.count("select count(*) from discussion")).isEqualTo(1);

        planning.putOff(mod, aside.id(), aside.revision(), Instant.now().plus(Duration.ofDays(1)));
        due(aside);
        publishing.publishDue();

        assertThat(site.db.count("select count(*) from discussion where title = 'Cursed'"))
                .isEqualTo(1);
    }

    @Test
    void whoMayNoLongerWriteDoesNotAndIsToldWhy() {
        Planned planned = plan(null);
        due(planned);
        site.db.run("update membership set until_at = now() where person_id = " + mod.personId());

        publishing.publishDue();

        assertThat(site.db.count("select count(*) from discussion")).isZero();
        assertThat(planning.mine(mod).getFirst().problem()).isEqualTo("rights");
        assertThat(planning.in(other, "valley", null, 10).items().getFirst().problem())
                .isEqualTo("rights");
        assertThat(problemOf(() -> planning.publish(other, planned.id())))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aSuspendedAccountPublishesNothing() {
        due(plan(null));
        site.db.run("update account set suspended_at = now() where person_id = " + mod.personId());

        publishing.publishDue();

        assertThat(site.db.rows("select problem from planned")).containsExactly("account");
        assertThat(site.db.count("select count(*) from discussion")).isZero();
    }

    @Test
    void onlyItsAuthorAndTheModeratorsKnowOfIt() {
        Planned planned = plan(null);
        Viewer.SignedIn core = site.member("core", valley, "core_team");

        assertThat(planning.planned(other, planned.id()).own()).isFalse();
        assertThat(problemOf(() -> planning.planned(member, planned.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> planning.planned(core, planned.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(planning.in(core, "valley", null, 10).items()).isEmpty();
        assertThat(problemOf(() -> planning.in(member, "valley", null, 10)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> planning.withdraw(member, planned.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.db.count("select count(*) from change_log")).as("nothing left").isZero();
    }

    @Test
    void itCanBePutOffPublishedNowAndMadeADraftAgain() {
        Planned first = plan(null);
        Instant later = Instant.now().plus(Duration.ofDays(3));
        planning.putOff(other, first.id(), first.revision(), later);
        assertThat(problemOf(() -> planning.putOff(mod, first.id(), first.revision(), later)))
                .as("somebody was quicker")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(
                        problemOf(() ->
                                planning.putOff(mod, first.id(), 2, Instant.now().minusSeconds(1))))
                .isInstanceOf(Problem.Invalid.class);

        Posted posted = planning.publish(other, first.id());
        assertThat(site.discussions.discussion(member, posted.discussionId()).openedBy().id())
                .isEqualTo(mod.personId());

        long draft = planning.withdraw(other, plan(null).id());
        assertThat(drafts.draft(mod, draft).words().title()).isEqualTo("Meeting");
        assertThat(problemOf(() -> drafts.draft(other, draft)))
                .as("a draft is its author’s alone")
                .isInstanceOf(Problem.NotFound.class);
    }

    private Planned plan(@org.jspecify.annotations.Nullable NewPoll poll) {
        return planning.plan(
                mod,
                "valley",
                new NewDiscussion(
                        Kind.ANNOUNCEMENT,
                        "Meeting",
                        "We meet.",
                        List.of("meeting"),
                        null,
                        null,
                        poll),
                Instant.now().plus(Duration.ofDays(2)));
    }

    private void due(Planned planned) {
        site.db.run(
                "update planned set publish_at = now() - interval '1 second' where id = "
                        + planned.id());
    }
}
