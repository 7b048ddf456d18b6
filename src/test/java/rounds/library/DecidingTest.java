package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static rounds.library.LibrarySite.problemOf;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;

import java.sql.SQLException;
import java.util.List;

/// What moderators decide about resources.
class DecidingTest {
    private final LibrarySite site = LibrarySite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        ben = site.member("ben", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void whatMembersShareWaitsWhereTheCommunityWantsIt() {
        assertThat(site.text(ada, "valley", "Before", "Words").state()).isEqualTo(State.VISIBLE);
        site.db.run("update community set review_resources = true");

        Resource guide = site.text(ada, "valley", "Guide", "Words");

        assertThat(guide.state()).isEqualTo(State.QUEUED);
        assertThat(site.library.resource(ada, guide.id()).title()).isEqualTo("Guide");
        assertThat(problemOf(() -> site.library.resource(ben, guide.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(queue()).containsExactly("Guide");
        assertThat(site.text(mod, "valley", "Mine", "Words").state()).isEqualTo(State.VISIBLE);
        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        assertThat(problemOf(() -> site.desk.queue(ada, room(ada), null, 10)))
                .isInstanceOf(Problem.Forbidden.class);

        site.deciding.admit(mod, guide.id(), guide.revision(), "");

        assertThat(site.library.resource(ben, guide.id()).state()).isEqualTo(State.VISIBLE);
        assertThat(queue()).isEmpty();
        assertThat(log()).containsExactly("resource_admitted");
    }

    @Test
    void whatIsNotLetInGoesWithAReason() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Guide", "Words");

        assertThat(problemOf(() -> site.deciding.decline(mod, guide.id(), " ")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> site.deciding.decline(ben, guide.id(), "No")))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.deciding.admit(ada, guide.id(), guide.revision(), "")))
                .as("her own")
                .isInstanceOf(Problem.Forbidden.class);
        site.deciding.decline(mod, guide.id(), "It is there already");

        assertThat(queue()).isEmpty();
        assertThat(site.db.rows("select act || ': ' || reason from community_log"))
                .containsExactly("resource_declined: It is there already");
        assertThat(problemOf(() -> site.deciding.admit(mod, guide.id(), guide.revision(), "")))
                .isEqualTo(new Problem.Conflict("library.moved-meanwhile"));
    }

    @Test
    void whatIsLetInIsWhatWasRead() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.library.edit(ada, guide.id(), named("Buy this"), guide.revision());

        assertThat(problemOf(() -> site.deciding.admit(mod, guide.id(), guide.revision(), "")))
                .isEqualTo(new Problem.Conflict("library.changed-meanwhile"));
        assertThat(
                        problemOf(() ->
                                site.deciding.restore(mod, guide.id(), site.revision(guide), "")))
                .as("by the other door")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(queue()).containsExactly("Buy this");

        site.deciding.admit(mod, guide.id(), site.library.resource(mod, guide.id()).revision(), "");
        assertThat(site.library.resource(ben, guide.id()).title()).isEqualTo("Buy this");
    }

    @Test
    void whatIsSaidLaterWaitsWhereSharedResourcesDo() {
        site.db.run("update community set review_resources = true");
        Resource guide = admitted("Guide");

        Resource after = site.library.edit(ada, guide.id(), named("Buy this"), guide.revision());

        assertThat(after.title()).isEqualTo("Guide");
        assertThat(site.library.resource(ben, guide.id()).title()).isEqualTo("Guide");
        assertThat(site.rewording.waiting(ben, guide.id())).isEmpty();
        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        ProposedWords first = site.rewording.waiting(mod, guide.id()).orElseThrow();
        assertThat(first.details().title()).isEqualTo("Buy this");
        site.library.edit(ada, guide.id(), named("A better guide"), guide.revision());
        ProposedWords second = site.rewording.waiting(ada, guide.id()).orElseThrow();
        assertThat(problemOf(() -> take(ben, guide, second))).isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> take(ada, guide, second))).isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> take(mod, guide, first)))
                .as("other words than were read")
                .isEqualTo(new Problem.Conflict("library.words.meanwhile"));

        take(mod, guide, second);

        assertThat(site.library.resource(ben, guide.id()).title()).isEqualTo("A better guide");
        assertThat(site.rewording.waiting(mod, guide.id())).isEmpty();
        assertThat(room(mod).waiting().cases()).isZero();
        assertThat(log()).containsExactly("resource_admitted", "words_taken");
        assertThat(site.library.edit(mod, guide.id(), named("Ours"), null).title())
                .as("a curator’s own words")
                .isEqualTo("Ours");
    }

    @Test
    void changedWordsAreNotTakenWithAReasonOrTakenBack() {
        site.db.run("update community set review_resources = true");
        Resource guide = admitted("Guide");
        site.library.edit(ada, guide.id(), named("Buy this"), guide.revision());
        long words = site.rewording.waiting(mod, guide.id()).orElseThrow().id();

        assertThat(problemOf(() -> site.rewording.decline(mod, guide.id(), words, " ")))
                .isInstanceOf(Problem.Invalid.class);
        site.rewording.decline(mod, guide.id(), words, "It sells");
        assertThat(site.rewording.waiting(ada, guide.id())).isEmpty();
        assertThat(
                        site.db.rows(
                                "select act || ': ' || reason from community_log where reason <> ''"))
                .containsExactly("words_declined: It sells");

        site.library.edit(ada, guide.id(), named("Once more"), guide.revision());
        long others = site.rewording.waiting(ada, guide.id()).orElseThrow().id();
        assertThat(problemOf(() -> site.rewording.withdraw(ben, guide.id(), others)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.rewording.withdraw(ada, guide.id(), words)))
                .as("those of another window")
                .isEqualTo(new Problem.Conflict("library.words.meanwhile"));
        site.rewording.withdraw(ada, guide.id(), others);
        assertThat(site.rewording.waiting(mod, guide.id())).isEmpty();
        assertThat(site.library.resource(ben, guide.id()).title()).isEqualTo("Guide");
    }

    private Resource admitted(String title) {
        Resource shared = site.text(ada, "valley", title, "Words");
        site.deciding.admit(mod, shared.id(), shared.revision(), "");
        return site.library.resource(ada, shared.id());
    }

    private void take(Viewer.SignedIn viewer, Resource resource, ProposedWords words) {
        site.rewording.take(viewer, resource.id(), words.id(), resource.revision());
    }

    private static Details named(String title) {
        return Details.of(ResourceKind.TOOL, title);
    }

    @Test
    void whatWasNotLetInIsChangedAndHandedInAgain() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.deciding.decline(mod, guide.id(), "It names a patient");

        assertThat(mine(ada)).containsExactly("Guide: resource_declined It names a patient");
        assertThat(mine(ben)).isEmpty();
        Resource hers = site.library.resource(ada, guide.id());
        assertThat(hers.may().edit()).isTrue();
        assertThat(problemOf(() -> site.library.edit(mod, guide.id(), named("Ours"), null)))
                .as("nobody else’s to change")
                .isInstanceOf(Problem.NotFound.class);
        site.library.edit(ada, guide.id(), named("A better guide"), hers.revision());
        site.renewing.renew(ada, guide.id(), new Material.Text("No name"), "No name");
        assertThat(problemOf(() -> site.deciding.ask(ada, guide.id(), hers.revision(), "")))
                .as("of another revision than she saw")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> ask(ben, guide))).isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> ask(mod, guide))).isInstanceOf(Problem.NotFound.class);

        site.deciding.ask(ada, guide.id(), site.revision(guide), "The name is gone");

        assertThat(problemOf(() -> ask(ada, guide)))
                .as("twice")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(mine(ada)).containsExactly("A better guide: again It names a patient");
        Withheld waiting = site.desk.queue(mod, room(mod), null, 10).items().getFirst();
        assertThat(waiting.asked()).extracting(Asked::words).isEqualTo("The name is gone");
        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        DeclinedWords before = site.rewording.before(mod, guide.id()).orElseThrow();
        assertThat(before.words().details().title()).isEqualTo("Guide");
        assertThat(before.current()).isEqualTo(1);
        assertThat(site.library.resource(mod, guide.id()).current()).isEqualTo(2);
        assertThat(site.rewording.before(ben, guide.id())).isEmpty();

        site.deciding.admit(mod, guide.id(), site.revision(guide), "");

        assertThat(site.library.resource(ben, guide.id()).title()).isEqualTo("A better guide");
        assertThat(mine(ada)).containsExactly("A better guide: visible");
        assertThat(site.library.page(ada, guide.id(), null).asked()).isNull();
    }

    @Test
    void whatHerselfTookAwayIsNotHandedInAgain() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.deciding.decline(mod, guide.id(), "Not yet");
        ask(ada, guide);
        site.deciding.delete(ada, guide.id(), "");

        assertThat(mine(ada)).isEmpty();
        assertThat(problemOf(() -> ask(ada, guide))).isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.library.edit(ada, guide.id(), named("Back"), null)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void aHiddenOneIsChangedAndAskedForAndShownAsItWasLookedAt() {
        site.db.run("update community set review_resources = true");
        Resource guide = admitted("Guide");
        site.deciding.hide(mod, guide.id(), "A name on page 2");
        int seen = site.revision(guide);

        site.library.edit(ada, guide.id(), named("Without the name"), seen);
        site.renewing.renew(ada, guide.id(), new Material.Text("No name"), "");
        ask(ada, guide);

        assertThat(problemOf(() -> ask(ada, guide)))
                .as("twice")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> site.library.resource(ben, guide.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(queue()).containsExactly("Without the name");
        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        assertThat(problemOf(() -> site.deciding.restore(mod, guide.id(), seen, "")))
                .as("as it was before she changed it")
                .isEqualTo(new Problem.Conflict("library.changed-meanwhile"));
        site.deciding.hide(mod, guide.id(), "Page 3, too");
        assertThat(mine(ada)).containsExactly("Without the name: resource_hidden Page 3, too");
        assertThat(queue()).isEmpty();

        ask(ada, guide);
        site.deciding.restore(mod, guide.id(), site.revision(guide), "");

        assertThat(site.library.resource(ben, guide.id()).title()).isEqualTo("Without the name");
        assertThat(site.library.resource(ben, guide.id()).current()).isEqualTo(2);
        assertThat(problemOf(() -> site.library.page(ben, guide.id(), 1)))
                .as("what was hidden")
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.library.page(ben, guide.id(), null).versions()).hasSize(1);
        assertThat(site.library.page(mod, guide.id(), 1).shown().number()).isEqualTo(1);
    }

    @Test
    void whatWasNotLetInOrNeverLookedAtIsNoEarlierVersionForOthers() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Guide", "Jane Doe");
        site.deciding.decline(mod, guide.id(), "It names a patient");
        site.renewing.renew(ada, guide.id(), new Material.Text("Nobody has read this"), "");
        site.renewing.renew(ada, guide.id(), new Material.Text("No name"), "");
        ask(ada, guide);
        site.deciding.admit(mod, guide.id(), site.revision(guide), "");

        Viewer core = site.member("core", valley, "core_team");
        for (int number : List.of(1, 2)) {
            for (Viewer other : List.of(ben, core)) {
                assertThat(problemOf(() -> site.library.page(other, guide.id(), number)))
                        .isInstanceOf(Problem.NotFound.class);
            }
            assertThat(site.library.page(ada, guide.id(), number).shown().number())
                    .isEqualTo(number);
        }
        site.renewing.renew(mod, guide.id(), new Material.Text("Newer"), "");
        assertThat(site.library.page(ben, guide.id(), 3).shown().number())
                .as("what others have read")
                .isEqualTo(3);
    }

    @Test
    void whatWasNotLetInIsTakenAwayForGoodWithAllThatWasSaidOfIt() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Jane Doe", "Words");
        site.deciding.decline(mod, guide.id(), "It names a patient");
        assertThat(problemOf(() -> site.deciding.decline(mod, guide.id(), "Once more")))
                .as("decided already")
                .isEqualTo(new Problem.Conflict("library.moved-meanwhile"));
        assertThat(site.library.resource(ada, guide.id()).may().delete()).isTrue();
        assertThat(problemOf(() -> site.deciding.delete(ben, guide.id(), "So")))
                .isInstanceOf(Problem.NotFound.class);

        site.deciding.delete(mod, guide.id(), "Her name");

        assertThat(site.db.count("select count(*) from declined_wording")).isZero();
        assertThat(problemOf(() -> ask(ada, guide))).isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whatIsHiddenModeratorsDeleteAndItsOwnerDoesNot() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.deciding.hide(mod, guide.id(), "A name on page 2");

        assertThat(site.library.resource(ada, guide.id()).may().delete()).isFalse();
        assertThat(problemOf(() -> site.deciding.delete(ada, guide.id(), "")))
                .isEqualTo(new Problem.Forbidden("library.delete.hidden"));
        assertThat(site.library.resource(mod, guide.id()).may().delete()).isTrue();
        site.deciding.delete(mod, guide.id(), "For good");
        assertThat(mine(ada)).containsExactly("Guide: resource_deleted For good");
    }

    private void ask(Viewer.SignedIn viewer, Resource resource) {
        ask(viewer, resource, "");
    }

    private void ask(Viewer.SignedIn viewer, Resource resource, String words) {
        site.deciding.ask(viewer, resource.id(), site.revision(resource), words);
    }

    private List<String> mine(Viewer.SignedIn viewer) {
        return site.shelves.mine(viewer, null, 10).items().stream()
                .map(one -> {
                    Fate fate = one.fate();
                    return one.resource().title()
                            + ": "
                            + one.stands()
                            + (fate == null ? "" : " " + fate.words());
                })
                .toList();
    }

    @Test
    void wordsThatWereNotTakenAreKeptForWhoWroteThem() {
        site.db.run("update community set review_resources = true");
        Resource guide = admitted("Guide");
        site.library.edit(ada, guide.id(), named("Buy this"), guide.revision());
        long words = site.rewording.waiting(mod, guide.id()).orElseThrow().id();
        site.rewording.decline(mod, guide.id(), words, "It sells");

        DeclinedWords kept = site.rewording.declined(ada, guide.id(), words);
        assertThat(kept.words().details().title()).isEqualTo("Buy this");
        assertThat(kept.answer()).isEqualTo("It sells");
        assertThat(site.library.page(ada, guide.id(), null).declined()).isEqualTo(kept);
        for (Viewer.SignedIn other : List.of(ben, mod)) {
            assertThat(problemOf(() -> site.rewording.declined(other, guide.id(), words)))
                    .isInstanceOf(Problem.NotFound.class);
            assertThat(site.library.page(other, guide.id(), null).declined()).isNull();
        }
        LibraryCare care = site.db.site().get(LibraryCare.class);
        care.clear();
        assertThat(site.rewording.declined(ada, guide.id(), words)).isEqualTo(kept);
        site.db.run("update declined_wording set declined_at = now() - interval '91 days'");
        care.clear();
        assertThat(problemOf(() -> site.rewording.declined(ada, guide.id(), words)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void theDatabaseItselfKeepsWhatWasDeclinedAmongThoseWhoDecide() throws SQLException {
        site.db.run("update community set review_resources = true");
        Resource guide = admitted("Guide");
        site.library.edit(ada, guide.id(), named("Buy this"), guide.revision());
        site.rewording.decline(
                mod,
                guide.id(),
                site.rewording.waiting(mod, guide.id()).orElseThrow().id(),
                "It sells");
        Resource other = site.text(ada, "valley", "Other", "Words");
        site.deciding.decline(mod, other.id(), "Not ours");
        Viewer.SignedIn core = site.member("core", valley, "core_team");

        String seen = "select count(*) from declined_wording";
        assertThat(site.db.asked(ada, seen)).isEqualTo(2);
        assertThat(site.db.asked(mod, seen)).as("of a resource itself").isEqualTo(1);
        for (Viewer.SignedIn none : List.of(ben, core, site.person("eve"))) {
            assertThat(site.db.asked(none, seen)).isZero();
        }
        // By the narrow functions nobody does what is not hers.
        String again = "select ask_again(%d, %d, '', now())::int";
        for (Viewer.SignedIn none : List.of(ben, mod, core)) {
            assertThat(site.db.asked(none, again.formatted(other.id(), site.revision(other))))
                    .isZero();
        }
        assertThat(site.db.asked(ada, again.formatted(guide.id(), site.revision(guide))))
                .as("what others read")
                .isZero();
        assertThat(site.db.asked(ada, again.formatted(other.id(), site.revision(other))))
                .isEqualTo(1);
        site.db.run("update resource set state = 'hidden', asked_at = now() where title = 'Guide'");
        String refuse = "select refuse_asked(%d)::int".formatted(guide.id());
        assertThat(site.db.asked(ada, refuse)).isZero();
        assertThat(site.db.asked(core, refuse)).isZero();
        assertThat(site.db.asked(mod, refuse)).isEqualTo(1);
    }

    @Test
    void whoReadsAsNoMemberReportsNothingPastTheUseCaseEither() throws SQLException {
        site.community("open", "public");
        long open = site.db.count("select id from community where slug = 'open'");
        Viewer.SignedIn cyd = site.member("cyd", open);
        Resource guide = site.text(cyd, "open", "Guide", "Words");
        Viewer.SignedIn dee = site.member("dee", open);
        String report =
                """
                with made as (
                    insert into report (id, community_id, resource_id, reporter_id, reason, note, made_at)
                    values (%d, %d, %d, %d, 'patient_data', '', now()))
                select 1
                """;

        assertThat(site.library.resource(ben, guide.id()).may().report()).isFalse();
        assertThat(problemOf(() -> site.deciding.report(ben, guide.id(), Reason.SPAM, "")))
                .isEqualTo(new Problem.Forbidden("policy.refused.report"));
        assertThatThrownBy(() ->
                        site.db.asked(ben, report.formatted(1, open, guide.id(), ben.personId())))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("row-level security");
        assertThat(site.db.asked(dee, report.formatted(2, open, guide.id(), dee.personId())))
                .isEqualTo(1);
    }

    @Test
    void aModeratorOwesAReasonAndAnOwnerDoesNot() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        Resource other = site.text(ada, "valley", "Other", "Words");

        assertThat(problemOf(() -> site.deciding.hide(mod, guide.id(), "")))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> site.deciding.delete(mod, guide.id(), "")))
                .isInstanceOf(Problem.Invalid.class);
        site.deciding.delete(mod, guide.id(), "Copied from a book");
        site.deciding.delete(ada, other.id(), "");

        assertThat(log()).containsExactly("resource_deleted");
    }

    @Test
    void aReportLiesBeforeTheModeratorsUntilOneDecides() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");

        assertThat(site.deciding.report(ben, guide.id(), Reason.UNSAFE, "Page 3")).isFalse();
        site.deciding.report(ben, guide.id(), Reason.UNSAFE, "Again");
        assertThat(problemOf(() -> site.deciding.report(ada, guide.id(), Reason.SPAM, "")))
                .as("her own")
                .isInstanceOf(Problem.Forbidden.class);

        assertThat(site.desk.reports(mod, room(mod), null, 10).items())
                .extracting(ResourceReport::note)
                .containsExactly("Page 3");
        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        assertThat(problemOf(() -> site.deciding.keep(ben, guide.id(), "")))
                .isInstanceOf(Problem.Forbidden.class);

        site.deciding.keep(mod, guide.id(), "Page 3 is right");

        assertThat(site.desk.reports(mod, room(mod), null, 10).items()).isEmpty();
        assertThat(room(mod).waiting().cases()).isZero();
        assertThat(verdicts()).containsExactly("kept");
        assertThat(problemOf(() -> site.deciding.keep(mod, guide.id(), "")))
                .as("decided meanwhile")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aReportOfPatientDataHidesUntilAModeratorHasLooked() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");

        assertThat(site.deciding.report(ben, guide.id(), Reason.PATIENT_DATA, "")).isTrue();

        assertThat(
                        site.db.rows(
                                "select act || ' ' || detail from community_log where actor_id is null"))
                .containsExactly("hidden_by_report patient_data");
        ResourcePage hers = site.library.page(ada, guide.id(), null);
        assertThat(hers.fate())
                .extracting(Fate::act, Fate::words)
                .containsExactly("hidden_by_report", "");
        assertThat(problemOf(() -> site.library.resource(ben, guide.id())))
                .isInstanceOf(Problem.NotFound.class);
        site.deciding.restore(mod, guide.id(), site.revision(guide), "It is made up");
        assertThat(verdicts()).containsExactly("restored");
        assertThat(site.deciding.report(ben, guide.id(), Reason.PATIENT_DATA, ""))
                .as("the same once more")
                .isFalse();
        site.deciding.hide(mod, guide.id(), "It is not");
        assertThat(verdicts()).containsExactly("restored", "hidden");
        assertThat(
                        site.db.count(
                                """
                                select count(*)
                                from change_log
                                where content_type = 'report' and content_id in (select id from report) and what <> 'told'
                                """))
                .isEqualTo(4);
    }

    @Test
    void wordsThatCameAfterTheVerdictHideAgain() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.deciding.report(ben, guide.id(), Reason.PATIENT_DATA, "");
        site.deciding.restore(mod, guide.id(), site.revision(guide), "It is made up");
        site.library.edit(ada, guide.id(), Details.of(ResourceKind.TOOL, "Jane, born 1970"), null);

        assertThat(site.deciding.report(ben, guide.id(), Reason.PATIENT_DATA, "")).isTrue();
    }

    @Test
    void aHiddenOneIsConfirmed() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.deciding.report(ben, guide.id(), Reason.PATIENT_DATA, "");

        site.deciding.hide(mod, guide.id(), "A name on page 2");

        assertThat(verdicts()).containsExactly("hidden");
        assertThat(log()).containsExactly("hidden_by_report", "resource_hidden");
        assertThat(site.library.page(ada, guide.id(), null).fate())
                .extracting(Fate::act, Fate::words)
                .containsExactly("resource_hidden", "A name on page 2");
        assertThat(problemOf(() -> site.deciding.hide(mod, guide.id(), "Again")))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aRefusalIsTakenBackAndItWaitsAsItDid() {
        site.db.run("update community set review_resources = true");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        assertThat(problemOf(() -> site.deciding.reopen(mod, guide.id())))
                .as("it waits")
                .isInstanceOf(Problem.Conflict.class);
        site.deciding.decline(mod, guide.id(), "It names a patient");
        ask(ada, guide, "The name is gone");
        site.deciding.decline(mod, guide.id(), "Too long");

        assertThat(site.library.resource(mod, guide.id()).may().reopen()).isTrue();
        assertThat(site.library.resource(ada, guide.id()).may().reopen()).isFalse();
        assertThat(problemOf(() -> site.deciding.reopen(ada, guide.id())))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(problemOf(() -> site.deciding.reopen(ben, guide.id())))
                .isInstanceOf(Problem.NotFound.class);
        site.deciding.reopen(mod, guide.id());

        assertThat(site.desk.queue(mod, room(mod), null, 10).items())
                .extracting(Withheld::asked)
                .extracting(Asked::words)
                .containsExactly("The name is gone");
        assertThat(mine(ada))
                .as("what was decided before that counts again")
                .containsExactly("Guide: again It names a patient");
        assertThat(log())
                .containsExactly("resource_declined", "resource_declined", "resource_reopened");
        site.deciding.admit(mod, guide.id(), site.revision(guide), "");
        assertThat(site.library.resource(ben, guide.id()).state()).isEqualTo(State.VISIBLE);
    }

    @Test
    void whatItsOwnerHasHandedInAgainOrTakenAwayIsNotReopened() {
        site.db.run("update community set review_resources = true");
        Resource again = site.text(ada, "valley", "Again", "Words");
        Resource away = site.text(ada, "valley", "Away", "Words");
        site.deciding.decline(mod, again.id(), "No");
        site.deciding.decline(mod, away.id(), "No");
        ask(ada, again);
        site.deciding.delete(ada, away.id(), "");

        for (Resource resource : List.of(again, away)) {
            assertThat(problemOf(() -> site.deciding.reopen(mod, resource.id())))
                    .isEqualTo(new Problem.Conflict("library.moved-meanwhile"));
        }
    }

    @Test
    void whatHasChangedSinceItWasHiddenIsKnownToItsOwnerAndModerators() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.deciding.report(ben, guide.id(), Reason.PATIENT_DATA, "");
        assertThat(site.library.page(mod, guide.id(), null).appealed())
                .as("what a report hid")
                .isTrue();
        site.library.edit(ada, guide.id(), named("Without the name"), null);
        ask(ada, guide);

        assertThat(titleBefore(mod, guide)).isEqualTo("Guide");
        assertThat(titleBefore(ada, guide)).isEqualTo("Guide");
        assertThat(site.rewording.before(ben, guide.id())).isEmpty();
        assertThat(
                        site.db.rows(
                                "select coalesce(declined_by::text, 'nobody') from declined_wording"))
                .as("who reported it")
                .containsExactly("nobody");
        ResourcePage page = site.library.page(mod, guide.id(), null);
        assertThat(page.compared()).isTrue();
        assertThat(page.appealed()).isTrue();

        site.deciding.hide(mod, guide.id(), "Page 3, too");

        assertThat(titleBefore(mod, guide)).isEqualTo("Without the name");
        assertThat(site.library.page(mod, guide.id(), null).appealed()).isFalse();
        site.deciding.restore(mod, guide.id(), site.revision(guide), "");
        assertThat(site.rewording.before(mod, guide.id())).isEmpty();
    }

    private String titleBefore(Viewer viewer, Resource resource) {
        return site.rewording.before(viewer, resource.id()).orElseThrow().words().details().title();
    }

    @Test
    void aResourceStandsOnceOnTheDeskWithAllThatWaitsThere() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.renewing.renew(ben, guide.id(), new Material.Text("Shorter"), "Shorter");
        site.db.run("update community set review_resources = true");
        site.library.edit(ada, guide.id(), named("Longer"), guide.revision());
        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        LibraryCase waiting = only(site.desk.waitingCases(mod, room(mod), null, 10));
        assertThat(waiting.proposals())
                .extracting(Proposal::isVersion)
                .containsExactly(true, false);
        assertThat(site.desk.reportedCases(mod, room(mod), null, 10).items()).isEmpty();

        site.deciding.report(ben, guide.id(), Reason.UNSAFE, "Page 3");
        site.deciding.report(mod, guide.id(), Reason.PATIENT_DATA, "Page 4");
        ask(ada, guide);

        assertThat(room(mod).waiting().cases()).isEqualTo(1);
        LibraryCase reported = only(site.desk.reportedCases(mod, room(mod), null, 10));
        assertThat(reported.reports())
                .extracting(ResourceReport::note)
                .containsExactly("Page 3", "Page 4");
        assertThat(reported.standing().asked()).isNotNull();
        assertThat(reported.staysHidden()).isTrue();
        assertThat(site.desk.waitingCases(mod, room(mod), null, 10).items()).isEmpty();
        assertThat(site.desk.hiddenCases(mod, room(mod), null, 10).items()).isEmpty();
        assertThat(problemOf(() -> site.desk.reportedCases(ben, room(ben), null, 10)))
                .isInstanceOf(Problem.Forbidden.class);

        site.deciding.hide(mod, guide.id(), "Page 4");
        assertThat(only(site.desk.hiddenCases(mod, room(mod), null, 10)).staysHidden()).isFalse();
        assertThat(site.desk.reportedCases(mod, room(mod), null, 10).items()).isEmpty();
        assertThat(room(mod).waiting().cases()).isZero();
    }

    private static LibraryCase only(Slice<LibraryCase> cases) {
        assertThat(cases.items()).hasSize(1);
        return cases.items().getFirst();
    }

    @Test
    void whoseOwnChangesWaitReadsThatInHerList() {
        site.db.run("update community set review_resources = true");
        Resource guide = admitted("Guide");
        assertThat(site.shelves.mine(ada, null, 10).items())
                .extracting(Withheld::changing)
                .containsExactly(false);
        site.library.edit(ada, guide.id(), named("Longer"), guide.revision());
        assertThat(site.shelves.mine(ada, null, 10).items())
                .extracting(Withheld::rewording, Withheld::renewing)
                .containsExactly(Tuple.tuple(true, false));
        site.renewing.renew(ada, guide.id(), new Material.Text("Newer"), "");
        assertThat(site.shelves.mine(ada, null, 10).items())
                .extracting(Withheld::rewording, Withheld::renewing)
                .containsExactly(Tuple.tuple(true, true));
    }

    private Community room(Viewer viewer) {
        return site.db.site().get(Communities.class).bySlug(viewer, "valley");
    }

    private List<String> queue() {
        return site.desk.queue(mod, room(mod), null, 10).items().stream()
                .map(one -> one.resource().title())
                .toList();
    }

    private List<String> log() {
        return site.db.rows("select act from community_log order by at, id");
    }

    private List<String> verdicts() {
        return site.db.rows("select verdict from report order by made_at, id");
    }
}
