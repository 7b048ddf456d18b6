package rounds.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import static rounds.cases.CaseSite.problemOf;
import static rounds.cases.CaseSite.refused;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Reason;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Indexable;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// Stories that others read, and those who decide about them.
class PublishingTest {
    private final CaseSite site = CaseSite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn eve;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        eve = site.member("eve", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void byWhatRightACaseIsToldOnlyItsAuthorAndModeratorsRead() {
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);

        assertThat(site.cases.authority(ada, story.id())).isPresent();
        assertThat(site.cases.authority(mod, story.id())).isPresent();
        assertThat(problemOf(() -> site.cases.authority(ben, story.id())))
                .isEqualTo(new Problem.Forbidden("cases.inside"));
        assertThat(problemOf(() -> site.cases.authority(Viewer.VISITOR, story.id())))
                .isEqualTo(new Problem.Forbidden("cases.inside"));
        assertThat(indexed(story.id()).toString()).doesNotContain("Binder");
        assertThat(excerpt(mod, story.id()).toString()).doesNotContain("Binder");
    }

    @Test
    void whoToldAStoryThatIsNotSignedIsKnownToHerselfAndModeratorsOnly() {
        CaseStory story = site.published(ada, "valley", CaseSite.unsigned());

        assertThat(author(ada, story)).isEqualTo("Ada");
        assertThat(site.cases.story(ada, story.id()).own()).isTrue();
        assertThat(author(mod, story)).isEqualTo("Ada");
        for (Viewer other : List.of(ben, Viewer.VISITOR)) {
            assertThat(site.cases.story(other, story.id()).author()).isNull();
            assertThat(site.cases.story(other, story.id()).toString()).doesNotContain("Ada", "ada");
        }
        Indexable indexed = indexed(story.id());
        assertThat(indexed.authorId()).isZero();
        assertThat(indexed.authorHandle()).isEmpty();
        assertThat(indexed.audience()).noneMatch(token -> token.startsWith("u"));
        assertThat(excerpt(mod, story.id()).authorName()).isEmpty();
        assertThat(site.lists.by(ben, ada.personId(), null, 10).items()).isEmpty();
        assertThat(in(ben).getFirst().author()).isNull();
        site.judging.hide(mod, story.id(), "Too close to home");
        assertThat(site.db.rows("select person_id from community_log")).containsExactly("null");
        site.judging.restore(mod, story.id(), "");
        site.judging.report(ben, story.id(), Reason.PATIENT_DATA, "");
        assertThat(site.db.count("select count(*) from community_log where person_id is not null"))
                .isZero();

        CaseStory signed = site.published(ada, "valley", CaseSite.SHORT);
        assertThat(author(ben, signed)).isEqualTo("Ada");
        assertThat(indexed(signed.id()).authorId()).isEqualTo(ada.personId());
        assertThat(site.lists.by(ben, ada.personId(), null, 10).items())
                .extracting(CaseSummary::id)
                .containsExactly(signed.id());
    }

    @Test
    void whatIsForMembersOnlyStaysSoHoweverOpenTheCommunityIs() {
        CaseStory story = site.published(ada, "valley", CaseSite.with(CaseSite.SHORT, true, true));

        assertThat(site.cases.story(ben, story.id()).reads().code()).isEqualTo("private");
        assertThat(problemOf(() -> site.cases.story(Viewer.VISITOR, story.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(indexed(story.id()).audience()).containsExactly("m" + valley);
        site.publishing.edit(
                ada,
                story.id(),
                CaseSite.SHORT,
                Map.of(Part.STORY, "She fell."),
                List.of(),
                story.revision());
        assertThat(problemOf(() -> site.cases.story(Viewer.VISITOR, story.id())))
                .as("what was narrow once")
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whatWasToldInANarrowTimeStaysNarrowWhenTheCommunityIsWidened() {
        site.db.run("update community set visibility = 'private'");
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);
        site.db.run("update community set visibility = 'public'");

        assertThat(problemOf(() -> site.cases.story(Viewer.VISITOR, story.id())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aCommunityThatWantsItHasAStoryReadBySomebodyElseFirst() {
        site.db.run("update community set second_reader = true");
        CaseStory draft = site.ready(ada, "valley", CaseSite.unsigned());
        CaseStory waits = site.publishing.publish(ada, draft.id(), draft.revision(), "ben");

        assertThat(waits.state()).isEqualTo(CaseState.QUEUED);
        assertThat(site.cases.story(ben, waits.id()).author()).as("asked, and not told").isNull();
        assertThat(problemOf(() -> site.cases.authority(ben, waits.id())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.cases.story(eve, waits.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.lists.queue(mod, room(mod), null, 10).items()).hasSize(1);
        assertThat(problemOf(() -> site.judging.release(ada, waits.id(), waits.revision(), "")))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.judging.release(eve, waits.id(), waits.revision(), "")))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.cases.save(ada, waits.id(), Part.STORY, "Otherwise", 1)))
                .as("what is being read")
                .isEqualTo(new Problem.Conflict("cases.moved-meanwhile"));
        assertThat(refused(() -> site.judging.giveBack(ben, waits.id(), waits.revision(), " ")))
                .containsExactly("comment");

        site.judging.giveBack(ben, waits.id(), waits.revision(), "Which clinic?");
        assertThat(problemOf(() -> site.cases.story(ben, waits.id())))
                .isInstanceOf(Problem.NotFound.class);
        CaseStory again = site.cases.story(ada, waits.id());
        assertThat(again.state()).isEqualTo(CaseState.DRAFT);
        site.publishing.publish(ada, again.id(), again.revision(), null);
        int revision = site.cases.story(mod, again.id()).revision();
        assertThat(problemOf(() -> site.judging.release(mod, again.id(), revision - 1, "")))
                .isEqualTo(new Problem.Conflict("cases.changed-meanwhile"));
        site.judging.release(mod, again.id(), revision, "");
        assertThat(site.cases.story(eve, again.id()).state()).isEqualTo(CaseState.VISIBLE);
        assertThat(site.db.rows("select verdict from case_review order by at"))
                .containsExactly("returned", "released");
    }

    @Test
    void whatIsChangedAfterSomebodyElseReadItFirstSaysSo() {
        site.db.run("update community set second_reader = true");
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);
        CaseStory waits = site.publishing.publish(ada, draft.id(), draft.revision(), "ben");
        site.judging.release(ben, waits.id(), waits.revision(), "");
        CaseStory read = site.cases.story(eve, waits.id());
        assertThat(read.course().readFirstAt()).isNotNull();
        assertThat(read.course().isChangedSinceRead()).isFalse();

        edit(ada, read, "She fell.");

        assertThat(site.cases.story(eve, waits.id()).course().isChangedSinceRead()).isTrue();
    }

    @Test
    void onlyAMemberCanBeAskedToReadFirstAndNotTheAuthor() {
        site.db.run("update community set second_reader = true");
        site.person("stranger");
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);
        for (String reader : List.of("stranger", "nobody", "ada")) {
            assertThat(
                            refused(() ->
                                    site.publishing.publish(
                                            ada, draft.id(), draft.revision(), reader)))
                    .containsExactly("reader");
        }
        CaseStory waits = site.publishing.publish(ada, draft.id(), draft.revision(), "ben");
        assertThat(site.publishing.takeBack(ada, waits.id()).state()).isEqualTo(CaseState.DRAFT);
        assertThat(problemOf(() -> site.cases.story(ben, waits.id())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whatAStorySaidBeforeAnEditIsKeptForItsAuthorAndModerators() {
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);
        site.publishing.edit(
                ada,
                story.id(),
                CaseSite.SHORT,
                Map.of(Part.STORY, "She fell thrice.", Part.CAME, "No fall since."),
                List.of(),
                story.revision());

        CaseStory now = site.cases.story(ben, story.id());
        assertThat(now.sections())
                .extracting(one -> one.html().plainText())
                .containsExactly("She fell thrice.", "No fall since.");
        assertThat(site.db.rows("select words->'parts'->>'story' from case_revision"))
                .containsExactly("She fell on the way to the kettle.");
        assertThat(
                        problemOf(() ->
                                site.publishing.edit(
                                        ada,
                                        story.id(),
                                        CaseSite.SHORT,
                                        Map.of(Part.STORY, "Lost?"),
                                        List.of(),
                                        story.revision())))
                .isEqualTo(new Problem.Conflict("cases.changed-meanwhile"));
        assertThat(
                        refused(() ->
                                site.publishing.edit(
                                        ada,
                                        story.id(),
                                        CaseSite.SHORT,
                                        Map.of(),
                                        List.of(),
                                        now.revision())))
                .containsExactly("story");
        assertThat(
                        problemOf(() ->
                                site.publishing.edit(
                                        mod,
                                        story.id(),
                                        CaseSite.SHORT,
                                        Map.of(Part.STORY, "Mine"),
                                        List.of(),
                                        now.revision())))
                .isEqualTo(new Problem.Forbidden("cases.not-yours"));
    }

    @Test
    void whatIsWithdrawnGoesFromEverywhereAndNobodyBringsItBack() {
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);
        long changes = site.db.count("select count(*) from change_log");
        assertThat(refused(() -> site.publishing.withdraw(ada, story.id(), " ")))
                .containsExactly("reason");

        site.publishing.withdraw(ada, story.id(), "The family asked");

        assertThat(problemOf(() -> site.cases.story(ben, story.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.cases.story(mod, story.id()).withdrawn()).isEqualTo("The family asked");
        assertThat(in(ben)).isEmpty();
        assertThat(site.content.indexable(ContentType.CASE_STORY, List.of(story.id()))).isEmpty();
        assertThat(
                        site.db.rows(
                                "select content_type, what from change_log order by id offset "
                                        + changes))
                .containsExactly("case_story|audience");
        assertThat(problemOf(() -> site.judging.restore(mod, story.id(), "")))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void whoHasLeftTakesWordsOutOfHerStoryAndTakesItBackAndNobodyElseDoes() {
        for (String visibility : List.of("public", "private")) {
            long place = site.community("left-" + visibility, visibility);
            Viewer.SignedIn author = site.member("author-" + visibility.charAt(1), place);
            Viewer.SignedIn leads =
                    site.member("leads-" + visibility.charAt(1), place, "moderator");
            CaseStory story = site.published(author, "left-" + visibility, CaseSite.unsigned());
            site.answering.tried(leads, story.id(), Result.WORKED, Setting.HOME, "At home");
            site.remove(author);

            CaseStory hers = site.cases.story(author, story.id());
            assertThat(hers.own()).isTrue();
            assertThat(site.cases.authority(author, story.id())).isPresent();
            assertThat(hers.may().word()).isFalse();
            assertThat(site.answering.of(author, story.id()).trials().size())
                    .as("what others said where she does not read")
                    .isEqualTo(visibility.equals("public") ? 1 : 0);
            assertThat(
                            refused(() ->
                                    edit(author, hers, "She fell on the way to the kettle again.")))
                    .containsExactly("story");
            edit(author, hers, "She fell.");
            assertThat(site.cases.story(leads, story.id()).section(Part.STORY).map(Section::body))
                    .contains("She fell.");
            assertThat(problemOf(() -> site.answering.followUp(author, story.id(), 3, "Well", "")))
                    .isInstanceOf(Problem.class);

            site.publishing.withdraw(author, story.id(), "The family asked");

            assertThat(site.cases.story(author, story.id()).state()).isEqualTo(CaseState.WITHDRAWN);
            assertThat(site.cases.story(leads, story.id()).withdrawn())
                    .isEqualTo("The family asked");
            assertThat(problemOf(() -> site.cases.story(ben, story.id())))
                    .isInstanceOf(Problem.NotFound.class);
        }
    }

    private CaseStory edit(Viewer.SignedIn author, CaseStory story, String told) {
        return site.publishing.edit(
                author,
                story.id(),
                story.facts(),
                Map.of(Part.STORY, told),
                List.of(),
                story.revision());
    }

    @Test
    void anAuthorMendsWhatIsHiddenAndAsksOnceThatItBeShownAgain() {
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);
        site.judging.report(ben, story.id(), Reason.PATIENT_DATA, "The kettle");
        CaseStory hidden = site.cases.story(ada, story.id());

        CaseStory mended = edit(ada, hidden, "She fell.");

        assertThat(mended.state()).isEqualTo(CaseState.HIDDEN);
        assertThat(problemOf(() -> site.publishing.askAgain(ben, story.id(), 1, "")))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.publishing.askAgain(mod, story.id(), 1, "")))
                .isInstanceOf(Problem.Forbidden.class);
        site.publishing.askAgain(ada, story.id(), mended.revision(), "The kettle is gone.");
        assertThat(
                        problemOf(() ->
                                site.publishing.askAgain(
                                        ada,
                                        story.id(),
                                        site.cases.story(ada, story.id()).revision(),
                                        "")))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(site.lists.hidden(mod, room(mod), null, 10).items())
                .extracting(HiddenCase::act, HiddenCase::again)
                .containsExactly(tuple("hidden_by_report", "The kettle is gone."));
        CaseHistory history = site.db.site().get(CaseHistories.class).of(mod, story.id(), null);
        assertThat(history.after()).containsEntry("story", "She fell.");

        site.judging.hide(mod, story.id(), "The street is there still");

        CaseStory left = site.cases.story(ada, story.id());
        assertThat(left.course().againAt()).isNull();
        site.publishing.askAgain(ada, story.id(), left.revision(), "Now it is not");
        site.judging.restore(mod, story.id(), "");
        CaseStory back = site.cases.story(ben, story.id());
        assertThat(back.state()).isEqualTo(CaseState.VISIBLE);
        assertThat(back.course().againAt()).isNull();
        assertThat(back.course().again()).isEmpty();
    }

    @Test
    void aReportOfPatientDataHidesUntilAModeratorHasLooked() {
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);
        assertThat(problemOf(() -> site.judging.report(ada, story.id(), Reason.UNSAFE, "")))
                .isInstanceOf(Problem.Forbidden.class);

        assertThat(site.judging.report(ben, story.id(), Reason.PATIENT_DATA, "A name")).isTrue();

        assertThat(problemOf(() -> site.cases.story(eve, story.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.lists.reports(mod, room(mod), null, 10).items())
                .extracting(CaseReport::note)
                .containsExactly("A name");
        assertThat(problemOf(() -> site.lists.reports(ben, room(ben), null, 10)))
                .isInstanceOf(Problem.Forbidden.class);
        site.judging.restore(mod, story.id(), "");
        assertThat(site.cases.story(eve, story.id()).state()).isEqualTo(CaseState.VISIBLE);
        assertThat(site.judging.report(eve, story.id(), Reason.PATIENT_DATA, ""))
                .as("the same words, looked at before")
                .isFalse();
        site.judging.keep(mod, story.id(), "");
        assertThat(site.lists.reports(mod, room(mod), null, 10).items()).isEmpty();
        assertThat(problemOf(() -> site.judging.hide(ben, story.id(), "No")))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void whatCouldTellWhoThePatientIsIsChangedOrConfirmedAndWhatDoesIsNeverPublished() {
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);
        long id = draft.id();
        site.cases.save(ada, id, Part.STORY, "PHN 9698658215. My patient Margaret Wilson fell.", 1);

        assertThat(site.clearing.look(ada, id).doubts())
                .extracting(Doubt::field, Doubt::passage, Doubt::certain)
                .contains(tuple("story", "Margaret Wilson", false))
                .anySatisfy(doubt -> assertThat(doubt.toList().get(2)).isEqualTo(true));
        assertThat(refused(() -> publish(draft))).contains("story").containsOnly("story");
        String card =
                site.clearing.look(ada, id).doubts().stream()
                        .filter(Doubt::certain)
                        .findFirst()
                        .orElseThrow()
                        .passage();
        assertThat(
                        refused(() ->
                                site.clearing.confirm(
                                        ada, id, new Confirmation("story", card, "Mine"))))
                .containsExactly("passage");
        assertThat(
                        refused(() ->
                                site.clearing.confirm(
                                        ada,
                                        id,
                                        new Confirmation("story", "Margaret Wilson", " "))))
                .containsExactly("reason");
        for (String little : List.of("x", "ok fine", ". . . . . . . .")) {
            var none = new Confirmation("story", "Margaret Wilson", little);
            assertThat(refused(() -> site.clearing.confirm(ada, id, none)))
                    .as(little)
                    .containsExactly("reason");
        }
        site.clearing.confirm(
                ada, id, new Confirmation("story", "Margaret Wilson", "A made-up name"));
        assertThat(refused(() -> publish(draft))).as("the card").contains("story");
        site.cases.save(ada, id, Part.STORY, "My patient Margaret Wilson fell.", 2);
        assertThat(site.clearing.look(ada, id).isReady()).isTrue();
        CaseStory read = publish(draft);

        assertThat(
                        refused(() ->
                                site.publishing.edit(
                                        ada,
                                        id,
                                        CaseSite.SHORT,
                                        Map.of(
                                                Part.STORY,
                                                "My patient Margaret Wilson fell.",
                                                Part.CAME,
                                                "Her husband Doug called."),
                                        List.of(),
                                        read.revision())))
                .containsExactly("came");
        assertThat(refused(() -> site.answering.followUp(ada, id, 6, "Mr. Brown is well.", "")))
                .containsExactly("body");
        assertThat(site.db.rows("select passage, reason from case_confirmation"))
                .containsExactly("Margaret Wilson|A made-up name");
    }

    @Test
    void theNameOfWhoDoesNotSignIsAskedAboutAndOneReasonSpeaksOfANameWhereverItStands() {
        site.db.run("update person set name = 'Ada Lind' where handle = 'ada'");
        CaseStory signed = site.ready(ada, "valley", CaseSite.SHORT);
        site.cases.save(ada, signed.id(), Part.MATTERS, "I, lind, asked her.", 0);
        assertThat(asked(signed)).isEmpty();
        CaseStory unsigned = site.ready(ada, "valley", CaseSite.unsigned());
        site.cases.save(ada, unsigned.id(), Part.MATTERS, "The file says lind.", 0);
        assertThat(asked(unsigned)).containsExactly("matters lind");

        CaseStory twice = site.ready(ada, "valley", CaseSite.SHORT);
        site.cases.save(ada, twice.id(), Part.MATTERS, "Dr. Jean Lavoie came.", 0);
        site.cases.save(
                ada,
                twice.id(),
                Part.CAME,
                "Dr. Lavoie was glad. Dr. Jean Lavoie is a colleague.",
                0);
        assertThat(asked(twice)).contains("matters Jean Lavoie", "came Lavoie");
        site.clearing.confirm(
                ada,
                twice.id(),
                new Confirmation("matters", "Jean Lavoie", "A colleague, who agrees"));
        assertThat(asked(twice)).isEmpty();
    }

    private List<String> asked(CaseStory story) {
        return site.clearing.look(ada, story.id()).doubts().stream()
                .map(doubt -> doubt.field() + " " + doubt.passage())
                .toList();
    }

    @Test
    void whatTheUseCasesRefuseTheDatabaseRefusesToo() throws SQLException {
        CaseStory draft = site.ready(ada, "valley", CaseSite.SHORT);
        CaseStory story = site.published(ada, "valley", CaseSite.SHORT);
        Viewer.SignedIn stranger = site.person("stranger");
        String publish = "select (publish_case(%d, %d, null, now()) is not null)::int";
        String move = "select move_case(%d, '%s', '%s', '%s')::int";

        assertThat(site.db.asked(mod, publish.formatted(draft.id(), draft.revision()))).isZero();
        assertThat(site.db.asked(ada, publish.formatted(draft.id(), draft.revision()))).isOne();
        assertThat(site.db.asked(mod, move.formatted(story.id(), "visible", "withdrawn", "No")))
                .isZero();
        assertThat(site.db.asked(ada, move.formatted(story.id(), "visible", "withdrawn", "")))
                .as("a reason is owed")
                .isZero();
        assertThat(site.db.asked(ada, move.formatted(story.id(), "visible", "hidden", "")))
                .isZero();
        assertThat(site.db.asked(ada, move.formatted(draft.id(), "draft", "visible", "")))
                .as("past the check of its authority")
                .isZero();
        assertThat(
                        site.db.asked(
                                ada,
                                "select try_case(%d, 'worked', 'home', '', now())::int"
                                        .formatted(story.id())))
                .isZero();
        assertThat(
                        site.db.asked(
                                stranger,
                                "select say_of_case(%d, 'thanks', true, now())::int"
                                        .formatted(story.id())))
                .isZero();
        assertThat(
                        site.db.asked(
                                ben,
                                "select keep_case(%d, %d, now())::int"
                                        .formatted(story.id(), story.revision())))
                .isZero();
        String report =
                """
                with made as (
                    insert into report (id, community_id, case_id, reporter_id, reason, note, made_at)
                    values (%d, %d, %d, %d, 'patient_data', '', now()))
                select 1
                """;
        assertThatThrownBy(() ->
                        site.db.asked(
                                stranger,
                                report.formatted(1, valley, story.id(), stranger.personId())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        assertThat(site.db.asked(ben, report.formatted(2, valley, story.id(), ben.personId())))
                .isOne();
    }

    private CaseStory publish(CaseStory draft) {
        return site.publishing.publish(ada, draft.id(), draft.revision(), null);
    }

    @Test
    void nobodyJudgesHerOwn() {
        Viewer.SignedIn chair = site.member("chair", valley, "chair");
        site.db.run("update community set second_reader = true");
        CaseStory draft = site.ready(chair, "valley", CaseSite.SHORT);
        CaseStory waits = site.publishing.publish(chair, draft.id(), draft.revision(), null);
        assertThat(problemOf(() -> site.judging.release(chair, waits.id(), waits.revision(), "")))
                .isInstanceOf(Problem.Forbidden.class);
        site.judging.release(mod, waits.id(), waits.revision(), "");
        site.judging.hide(mod, waits.id(), "Why");
        assertThat(problemOf(() -> site.judging.restore(chair, waits.id(), "")))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void storiesAreFoundByAllTheirConditionsTogether() {
        CaseStory both = site.published(ada, "valley", CaseSite.SHORT);

        assertThat(in(ben, List.of("Heart failure", "recurrent falls"), null))
                .containsExactly(both.id());
        assertThat(in(ben, List.of("heart-failure", "asthma"), null)).isEmpty();
        assertThat(in(ben, List.of(), Outcome.FAILURE)).isEmpty();
        assertThat(in(Viewer.VISITOR, List.of(), Outcome.MIXED)).containsExactly(both.id());
    }

    @Test
    void spellingsAndLanguagesOfAConditionFindEachOther() {
        CaseStory story = site.published(ada, "valley", conditions("Anaemia", "HTA"));

        assertThat(in(ben, List.of("anemia", "high blood pressure"), null))
                .containsExactly(story.id());
        assertThat(in(ben, List.of("anémie"), null)).containsExactly(story.id());
        assertThat(in(ben, List.of("anemia", "asthma"), null)).isEmpty();
        assertThat(in(ben, List.of("angina"), null)).isEmpty();
        assertThat(site.lists.conditions(ben, valley, "fr"))
                .extracting(Conditions.Offered::name)
                .contains("insuffisance-cardiaque", "hypertension")
                .doesNotContain("hta", "anaemia");
        site.published(ada, "valley", conditions("Something rare"));
        assertThat(site.lists.conditions(ben, valley, "en").getFirst().name())
                .isEqualTo("something-rare");
    }

    private static Facts conditions(String... named) {
        Facts facts = CaseSite.SHORT;
        return new Facts(
                facts.title(),
                facts.language(),
                facts.outcome(),
                facts.setting(),
                facts.practice(),
                List.of(named),
                facts.tags(),
                facts.learning(),
                facts.tookPart(),
                facts.led(),
                facts.patientView(),
                facts.patientWords(),
                facts.named(),
                facts.membersOnly());
    }

    private List<Long> in(Viewer viewer, List<String> conditions, @Nullable Outcome outcome) {
        return site
                .lists
                .in(viewer, valley, new CaseFilter(conditions, null, outcome, null), null, 10)
                .items()
                .stream()
                .map(CaseSummary::id)
                .toList();
    }

    private List<CaseSummary> in(Viewer viewer) {
        return site.lists.in(viewer, valley, CaseFilter.ALL, null, 10).items();
    }

    private String author(Viewer viewer, CaseStory story) {
        return Objects.requireNonNull(site.cases.story(viewer, story.id()).author()).name();
    }

    private Indexable indexed(long id) {
        return site.db
                .site()
                .get(Transactions.class)
                .system(() ->
                        site.content.indexable(ContentType.CASE_STORY, List.of(id)).getFirst());
    }

    private Excerpt excerpt(Viewer viewer, long id) {
        Supplier<Excerpt> one =
                () -> site.content.readable(ContentType.CASE_STORY, List.of(id)).getFirst();
        return site.db.site().get(Transactions.class).read(viewer, one);
    }

    private Community room(Viewer.SignedIn viewer) {
        return site.db.site().get(Communities.class).bySlug(viewer, "valley");
    }

    private long told(String story) {
        long id = site.ready(ada, "valley", CaseSite.SHORT).id();
        site.cases.save(ada, id, Part.STORY, story, 1);
        return id;
    }

    @Test
    void aPassageIsSaidMoreBroadlyWhereverItStandsAndTheStoryIsFreeOfIt() {
        long id = told("Mrs. Kowalski, 93, fell on 12 March 2024. We called Mrs. Kowalski.");
        assertThat(site.clearing.look(ada, id).doubts())
                .extracting(Doubt::passage)
                .contains("Kowalski", "93", "12 March 2024");

        site.clearing.widen(ada, id, "story", "Kowalski", 0);
        site.clearing.widen(ada, id, "story", "93", 0);
        Readiness after = site.clearing.widen(ada, id, "story", "12 March 2024", 0);

        assertThat(after.doubts()).isEmpty();
        assertThat(site.cases.story(ada, id).section(Part.STORY).orElseThrow().body())
                .isEqualTo("The patient, 90 or older, fell in spring 2024. We called the patient.");
        assertThat(refused(() -> site.clearing.widen(ada, id, "story", "93", 0)))
                .as("what stands there no more")
                .containsExactly("passage");
        assertThat(problemOf(() -> site.clearing.widen(ben, id, "story", "93", 0)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aLineAmongTheFactsIsSaidMoreBroadlyAndTheOthersStay() {
        long id = told("She fell.");
        CaseStory there = site.cases.story(ada, id);
        site.cases.describe(
                ada,
                id,
                there.facts()
                        .with("title", "Mr. Brown’s fall")
                        .with("learning", "Ask first.\nCall Mrs. Kowalski.\nLook twice."),
                there.revision());

        site.clearing.widen(ada, id, "learning", "Kowalski", 1);
        site.clearing.widen(ada, id, "title", "Brown", 0);

        Facts facts = site.cases.story(ada, id).facts();
        assertThat(facts.learning())
                .containsExactly("Ask first.", "Call a relative.", "Look twice.");
        assertThat(facts.title()).isEqualTo("The patient’s fall");
        assertThat(facts.conditions()).isEqualTo(there.facts().conditions());
    }

    @Test
    void aModeratorsOwnHiddenStoryIsAnothersToRestore() {
        Viewer.SignedIn second = site.member("ida", valley, "moderator");
        CaseStory story = site.published(mod, "valley", CaseSite.unsigned());
        site.judging.hide(second, story.id(), "Too near");

        assertThat(site.lists.hidden(mod, room(mod), null, 10).items())
                .extracting(HiddenCase::own)
                .containsExactly(true);
        assertThat(site.lists.hidden(second, room(second), null, 10).items())
                .extracting(HiddenCase::own)
                .containsExactly(false);
        assertThat(problemOf(() -> site.judging.restore(mod, story.id(), "")))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void anEditThatIsAskedAboutGoesThroughWithReasons() {
        long id = told("She fell.");
        CaseStory read =
                site.publishing.publish(ada, id, site.cases.story(ada, id).revision(), null);
        Map<Part, String> words = Map.of(Part.STORY, "My patient Margaret Wilson fell.");
        assertThat(
                        refused(() ->
                                site.publishing.edit(
                                        ada, id, read.facts(), words, List.of(), read.revision())))
                .containsExactly("story");

        site.publishing.edit(
                ada,
                id,
                read.facts(),
                words,
                List.of(new Confirmation("story", "Margaret Wilson", "A made-up name")),
                read.revision());

        assertThat(site.cases.story(ben, id).section(Part.STORY).orElseThrow().body())
                .contains("Margaret Wilson");
    }
}
