package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.forum.ForumSite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.State;
import rounds.kernel.Viewer;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

class ModerationTest {
    private final ForumSite site = ForumSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bea;
    private Viewer.SignedIn mod;
    private Viewer.SignedIn chair;
    private Posted opened;
    private Posted reply;

    @BeforeEach
    void aDiscussion() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        bea = site.member("bea", valley);
        mod = site.member("mod", valley, "moderator");
        chair = site.member("chair", valley, "chair");
        opened = site.open(ada, "valley", "Dizzy in the morning");
        reply = site.reply(bea, opened.discussionId(), null, "Her name is on the list.");
    }

    @Test
    void aReportOfPatientDataHidesAtOnceAndWaitsForAModerator() {
        assertThat(site.moderation.report(ada, reply.postId(), Reason.PATIENT_DATA, "A name"))
                .isTrue();

        assertThat(problemOf(() -> site.post(ada, reply.postId())))
                .isEqualTo(new Problem.NotFound());
        Post place = site.tree(ada, opened.discussionId(), Place.START, 20).posts().get(1);
        assertThat(place.gone()).isTrue();
        assertThat(place.goneReason()).isEqualTo("patient_data");
        List<Report> reports = site.moderation.reports(mod, "valley", null, 20).items();
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst().reporter().name()).isEqualTo("Ada");
        assertThat(reports.getFirst().item().post().body()).contains("Her name");
        assertThat(site.moderation.hidden(mod, "valley", null, 20).items())
                .as("what stands under the reports")
                .isEmpty();

        site.moderation.hide(mod, reply.postId(), Reason.PATIENT_DATA, "Indeed");
        assertThat(site.moderation.hidden(mod, "valley", null, 20).items()).hasSize(1);
        assertThat(site.moderation.reports(mod, "valley", null, 20).items()).isEmpty();
        site.moderation.restore(chair, reply.postId(), "Made up");
        assertThat(site.post(ada, reply.postId()).state()).isEqualTo(State.VISIBLE);
        assertThat(site.discussions.discussion(ada, opened.discussionId()).posts()).isEqualTo(2);
    }

    @Test
    void whatItsAuthorDeletesIsNoLongerReported() {
        site.moderation.report(ada, reply.postId(), Reason.RUDE, "She mocks us");
        Posted other = site.reply(bea, opened.discussionId(), null, "Another one");
        site.moderation.report(ada, other.postId(), Reason.SPAM, "");

        site.edits.delete(bea, reply.postId(), null);

        assertThat(site.moderation.reports(mod, "valley", null, 20).items())
                .extracting(report -> report.item().post().id())
                .containsExactly(other.postId());
        assertThat(
                        site.db.rows(
                                "select verdict || ' ' || (decided_by = %d) from report where post_id = %d"
                                        .formatted(bea.personId(), reply.postId())))
                .containsExactly("withdrawn true");
        assertThat(
                        site.db.rows(
                                "select act || ' ' || detail || ' ' || (actor_id is null) from community_log"))
                .containsExactly("reports_closed rude true");
        assertThat(
                        site.db.count(
                                "select count(*) from change_log where content_type = 'report' and what = 'audience'"))
                .isEqualTo(1);

        site.edits.delete(mod, other.postId(), "Sells pills");

        assertThat(site.moderation.reports(mod, "valley", null, 20).items()).isEmpty();
        assertThat(site.db.rows("select verdict from report where post_id = " + other.postId()))
                .containsExactly("deleted");
    }

    @Test
    void nobodyClosesReportsOfWhatIsThere() throws SQLException {
        site.moderation.report(ada, reply.postId(), Reason.RUDE, "");

        for (Viewer.SignedIn anybody : List.of(ada, bea, mod)) {
            assertThat(
                            site.db.asked(
                                    anybody,
                                    "select count(*) from close_reports(%d, 7, now())"
                                            .formatted(reply.postId())))
                    .isZero();
        }
        assertThat(site.moderation.reports(mod, "valley", null, 20).items()).hasSize(1);
    }

    @Test
    void whatHappenedSinceAModeratorLookedIsToldAndNothingIsOverwritten() {
        AsSeen seen = site.moderation.asSeen(chair, reply.postId());
        site.moderation.report(ada, reply.postId(), Reason.RUDE, "");
        site.moderation.keep(mod, reply.postId(), "Not rude");

        Runnable late = () -> site.moderation.hide(chair, reply.postId(), Reason.RUDE, "Rude");
        assertThat(problemOf(() -> site.moderation.ifAsSeen(chair, reply.postId(), seen, late)))
                .isEqualTo(new Problem.Conflict("forum.moderation.meanwhile"));

        assertThat(site.post(ada, reply.postId()).state()).isEqualTo(State.VISIBLE);
        assertThat(site.moderation.since(chair, reply.postId(), seen))
                .extracting(entry -> entry.act() + " " + entry.actorName() + " " + entry.reason())
                .containsExactly("post_kept Mod Not rude");
        AsSeen now = site.moderation.asSeen(chair, reply.postId());
        assertThat(AsSeen.of(now.text())).isEqualTo(now);
        site.moderation.ifAsSeen(chair, reply.postId(), now, late);
        assertThat(problemOf(() -> site.post(ada, reply.postId())))
                .isEqualTo(new Problem.NotFound());
    }

    @Test
    void wordsThatWereChangedMeanwhileAreLookedAtAnew() {
        AsSeen seen = new AsSeen(site.moderation.asSeen(mod, reply.postId()).revision(), null);
        site.edits.edit(bea, reply.postId(), new PostEdit(1, "A name less.", null, null));

        assertThat(
                        problemOf(() ->
                                site.moderation.ifAsSeen(
                                        mod,
                                        reply.postId(),
                                        seen,
                                        () ->
                                                site.moderation.hide(
                                                        mod, reply.postId(), Reason.RUDE, "Rude"))))
                .isEqualTo(new Problem.Conflict("forum.moderation.meanwhile"));
        assertThat(site.moderation.since(mod, reply.postId(), seen)).isEmpty();
    }

    @Test
    void theSameWordsAreNotHiddenByASecondReportOnceAModeratorHasLooked() {
        site.moderation.report(ada, reply.postId(), Reason.PATIENT_DATA, "");
        site.moderation.restore(mod, reply.postId(), "Nobody can be known from this");

        assertThat(site.moderation.report(chair, reply.postId(), Reason.PATIENT_DATA, ""))
                .isFalse();
        assertThat(site.post(ada, reply.postId()).state()).isEqualTo(State.VISIBLE);
        assertThat(site.moderation.reports(mod, "valley", null, 20).items()).hasSize(1);
        site.moderation.keep(mod, reply.postId(), "As before");
        assertThat(site.moderation.reports(mod, "valley", null, 20).items()).isEmpty();
    }

    @Test
    void otherReportsWaitAndAreMadeOncePerPerson() {
        assertThat(site.moderation.report(ada, reply.postId(), Reason.RUDE, "")).isFalse();
        site.moderation.report(ada, reply.postId(), Reason.SPAM, "");

        assertThat(site.post(ada, reply.postId()).state()).isEqualTo(State.VISIBLE);
        assertThat(site.moderation.reports(mod, "valley", null, 20).items()).hasSize(1);
        assertThat(problemOf(() -> site.moderation.report(bea, reply.postId(), Reason.RUDE, "")))
                .isEqualTo(new Problem.Forbidden("forum.report.own"));
        assertThat(problemOf(() -> site.moderation.reports(ada, "valley", null, 20)))
                .isEqualTo(new Problem.Forbidden("policy.refused.see_reports"));
    }

    @Test
    void hidingMovesEveryCounterThatOthersSee() {
        Instant before = site.discussions.discussion(ada, opened.discussionId()).lastAt();
        Posted last = site.reply(bea, opened.discussionId(), null, "The last word.");
        site.moderation.hide(mod, last.postId(), Reason.RUDE, "Tone");

        DiscussionSummary row =
                site.discussions.inCommunity(ada, valley, Filter.NONE, null, 20).items().getFirst();

        assertThat(row.posts()).isEqualTo(2);
        assertThat(row.lastAt()).isEqualTo(before);
        site.moderation.restore(mod, last.postId(), "Meant well");
        row = site.discussions.inCommunity(ada, valley, Filter.NONE, null, 20).items().getFirst();
        assertThat(row.posts()).isEqualTo(3);
        assertThat(row.lastAt()).isAfter(before);
    }

    @Test
    void theSecondOfTwoModeratorsIsTold() {
        site.moderation.hide(mod, reply.postId(), Reason.RUDE, "Tone");

        assertThat(
                        problemOf(() ->
                                site.moderation.hide(chair, reply.postId(), Reason.RUDE, "Tone")))
                .isEqualTo(new Problem.Conflict("forum.moderation.meanwhile"));
    }

    @Test
    void aHiddenOpeningPostTakesTheDiscussionAlongAndAllThatStandsInIt() {
        site.moderation.hide(mod, opened.postId(), Reason.UNSAFE, "A wrong dose");

        assertThat(problemOf(() -> site.tree(bea, opened.discussionId(), Place.START, 20)))
                .isEqualTo(new Problem.NotFound());
        assertThat(problemOf(() -> site.post(bea, reply.postId())))
                .isEqualTo(new Problem.NotFound());
        assertThat(site.tree(ada, opened.discussionId(), Place.START, 20).posts()).hasSize(2);
        assertThat(problemOf(() -> site.reply(ada, opened.discussionId(), null, "But")))
                .isEqualTo(new Problem.Conflict("forum.reply.hidden"));
        assertThat(site.discussions.latest(bea, null, 20).items()).isEmpty();
    }

    @Test
    void nobodyDecidesAboutHerOwnWords() {
        Posted own = site.reply(mod, opened.discussionId(), null, "Mine");
        site.moderation.hide(chair, own.postId(), Reason.OFF_TOPIC, "Elsewhere");

        assertThat(problemOf(() -> site.moderation.restore(mod, own.postId(), "I say so")))
                .isEqualTo(new Problem.Forbidden("forum.moderation.own"));
    }

    @Test
    void whatAReportHidesStandsInTheLogWithoutWhoReportedIt() {
        assertThat(site.moderation.report(chair, reply.postId(), Reason.RUDE, "")).isFalse();
        assertThat(site.db.count("select count(*) from community_log")).isZero();

        site.moderation.report(ada, reply.postId(), Reason.PATIENT_DATA, "A name");
        site.moderation.restore(mod, reply.postId(), "Nobody.");
        // Looked at before: it only waits, and nothing is done that the log could tell.
        site.moderation.report(chair, reply.postId(), Reason.PATIENT_DATA, "");

        assertThat(
                        site.db.rows(
                                "select act, actor_id, content_type, content_id, detail from community_log order by id"))
                .hasSize(2)
                .first()
                .isEqualTo("hidden_by_report|null|post|" + reply.postId() + "|patient_data");
    }

    @Test
    void whoClosesSaysWhyToReadersAndLogUnlessItIsHerOwn() {
        long id = opened.discussionId();
        assertThat(problemOf(() -> site.moderation.close(mod, id, "  ")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> site.moderation.close(mod, id, "x".repeat(301))))
                .isInstanceOf(Problem.Invalid.class);

        site.moderation.close(mod, id, " It is\nanswered. ");

        Discussion closed = site.discussions.discussion(ada, id);
        assertThat(closed.closedReason()).isEqualTo("It is answered.");
        assertThat(closed.marks().progress()).isEqualTo(Progress.OPEN);
        assertThat(site.db.rows("select act, reason from community_log"))
                .containsExactly("closed|It is answered.");
        site.moderation.reopen(mod, id);
        assertThat(site.discussions.discussion(ada, id).closedReason()).isEmpty();

        site.moderation.close(ada, id, "");
        assertThat(site.discussions.discussion(ada, id).closed()).isTrue();
    }

    @Test
    void aModeratorClosesReopensPinsAndUnpins() {
        site.moderation.close(mod, opened.discussionId(), "It is answered.");
        assertThat(problemOf(() -> site.reply(ada, opened.discussionId(), null, "Late")))
                .isEqualTo(new Problem.Conflict("forum.reply.closed"));
        site.moderation.reopen(mod, opened.discussionId());
        site.reply(ada, opened.discussionId(), null, "In time");

        site.open(ada, "valley", "A newer one");
        site.moderation.pin(mod, opened.discussionId());
        assertThat(site.discussions.inCommunity(ada, valley, Filter.NONE, null, 20).items())
                .extracting(DiscussionSummary::id)
                .startsWith(opened.discussionId());
        site.moderation.unpin(mod, opened.discussionId());
        assertThat(site.discussions.inCommunity(ada, valley, Filter.NONE, null, 20).items())
                .extracting(DiscussionSummary::pinned)
                .containsOnly(false);
        assertThat(site.db.count("select count(*) from community_log")).isEqualTo(4);
    }

    @Test
    void newcomersFirstPostsWaitWhereTheCommunityWantsIt() {
        site.db.run("update community set review_first_posts = true");
        Posted first = site.open(ada, "valley", "A first question");
        Posted second = site.reply(ada, opened.discussionId(), null, "A first answer");

        // Ada has one post that is read already.
        assertThat(first.waits()).isTrue();
        assertThat(problemOf(() -> site.tree(bea, first.discussionId(), Place.START, 20)))
                .isEqualTo(new Problem.NotFound());
        assertThat(site.tree(ada, first.discussionId(), Place.START, 20).posts()).hasSize(1);
        assertThat(site.discussions.discussion(bea, opened.discussionId()).posts()).isEqualTo(2);
        assertThat(site.tree(bea, opened.discussionId(), Place.START, 20).posts()).hasSize(2);
        assertThat(site.moderation.queue(mod, "valley", null, 20).items()).hasSize(2);

        site.moderation.approve(mod, first.postId());
        site.moderation.decline(mod, second.postId(), "Belongs elsewhere");

        assertThat(site.tree(bea, first.discussionId(), Place.START, 20).posts()).hasSize(1);
        assertThat(site.tree(bea, opened.discussionId(), Place.START, 20).posts()).hasSize(2);
        assertThat(site.moderation.queue(mod, "valley", null, 20).items()).isEmpty();
        assertThat(site.reply(ada, opened.discussionId(), null, "A third").waits()).isFalse();
        assertThat(site.reply(chair, opened.discussionId(), null, "By the chair").waits())
                .isFalse();
    }

    @Test
    void aRoleThatWasTakenNoLongerActs() {
        site.db.run(
                "update membership set until_at = now() where role = 'moderator' and person_id = "
                        + mod.personId());

        assertThat(problemOf(() -> site.moderation.hide(mod, reply.postId(), Reason.RUDE, "Tone")))
                .isEqualTo(new Problem.Forbidden("policy.refused.hide"));
        assertThat(site.post(ada, reply.postId()).state()).isEqualTo(State.VISIBLE);
    }
}
