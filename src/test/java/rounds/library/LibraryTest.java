package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static rounds.library.LibrarySite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.forum.Tagging;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/// Sharing, renewing and looking after what a library holds.
class LibraryTest {
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
    void whatIsSharedIsReadByMembersAndIsNotThereForOthers() {
        Resource guide = site.text(ada, "valley", "Falls", "## Before\n\nAsk.");
        Viewer.SignedIn eve = site.person("eve");

        assertThat(site.library.page(ben, guide.id(), null).shown().html().value())
                .contains("Before</h");
        assertThat(problemOf(() -> site.library.page(eve, guide.id(), null)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.text(eve, "valley", "Mine", "Words")))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        var details =
                new Details(
                        ResourceKind.ARTICLE,
                        " ",
                        "",
                        "klingon",
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        Licence.UNKNOWN,
                        "",
                        24,
                        "no doi",
                        "many",
                        "",
                        null);

        Problem problem =
                problemOf(() ->
                        site.library.share(
                                ada, "valley", details, new Material.Link("https://x.org"), null));

        assertThat(((Problem.Invalid) problem).fields())
                .extracting(Problem.Field::name)
                .containsExactly("title", "language", "year", "doi", "pmid");
    }

    @Test
    void aDoiIsKeptWithoutItsAddress() {
        var details =
                new Details(
                        ResourceKind.ARTICLE,
                        "T",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        Licence.UNKNOWN,
                        "",
                        2024,
                        "https://doi.org/10.1000/ABC.1",
                        "PMID: 123",
                        "",
                        null);

        Resource shared =
                site.library.share(ada, "valley", details, new Material.Link("x.org/a"), null);

        assertThat(shared.details().doi()).isEqualTo("10.1000/abc.1");
        assertThat(shared.details().pmid()).isEqualTo("123");
        assertThat(site.library.page(ada, shared.id(), null).shown().url())
                .isEqualTo("https://x.org/a");
    }

    @Test
    void anAddressThatABrowserWouldRunIsRefused() {
        for (String url :
                List.of(
                        "javascript:alert(1)",
                        "data:text/html,x",
                        "https://",
                        "a b",
                        "https://u:p@x.org/")) {
            assertThat(
                            problemOf(() ->
                                    site.library.share(
                                            ada,
                                            "valley",
                                            Details.of(ResourceKind.LINK, "T"),
                                            new Material.Link(url),
                                            null)))
                    .as(url)
                    .isInstanceOf(Problem.Invalid.class);
        }
    }

    @Test
    void anOwnersNewVersionIsReadAtOnceAndTheEarlierOneStays() {
        Resource guide = site.text(ada, "valley", "Falls", "Old words");

        site.renewing.renew(ada, guide.id(), new Material.Text("New words"), "Shorter");

        ResourcePage page = site.library.page(ben, guide.id(), null);
        assertThat(page.shown().body()).isEqualTo("New words");
        assertThat(page.versions())
                .extracting(Version::number, Version::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, VersionState.CURRENT),
                        org.assertj.core.groups.Tuple.tuple(1, VersionState.EARLIER));
        assertThat(site.library.page(ben, guide.id(), 1).shown().body()).isEqualTo("Old words");
    }

    @Test
    void anothersVersionWaitsForACuratorAndIsSeenByNobodyElse() {
        Resource guide = site.text(ada, "valley", "Falls", "Old words");
        Viewer.SignedIn cyd = site.member("cyd", valley);

        ResourcePage proposed =
                site.renewing.renew(ben, guide.id(), new Material.Text("Ben's words"), "");

        assertThat(proposed.shown().state()).isEqualTo(VersionState.PROPOSED);
        assertThat(problemOf(() -> site.library.page(cyd, guide.id(), 2)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.renewing.take(ben, guide.id(), site.version(guide, 2), 1)))
                .isInstanceOf(Problem.Forbidden.class);

        site.renewing.take(mod, guide.id(), site.version(guide, 2), 1);

        assertThat(site.library.page(cyd, guide.id(), null).shown().body())
                .isEqualTo("Ben's words");
        assertThat(
                        problemOf(() ->
                                site.renewing.decline(
                                        mod, guide.id(), site.version(guide, 2), "No")))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void twoWhoProposeUnseenOfEachOtherGetNumbersOfTheirOwn() {
        Resource guide = site.text(ada, "valley", "Falls", "Old");
        Viewer.SignedIn cyd = site.member("cyd", valley);
        site.renewing.renew(ben, guide.id(), new Material.Text("B"), "");

        ResourcePage page = site.renewing.renew(cyd, guide.id(), new Material.Text("C"), "");

        assertThat(page.shown().number()).isEqualTo(3);
    }

    @Test
    void numbersRunOnwardWhicheverVersionIsTakenFirst() {
        Resource guide = site.text(ada, "valley", "Falls", "Old");
        Viewer.SignedIn cyd = site.member("cyd", valley);
        site.renewing.renew(ben, guide.id(), new Material.Text("B"), "");
        site.renewing.renew(cyd, guide.id(), new Material.Text("C"), "");

        assertThat(site.renewing.take(mod, guide.id(), site.version(guide, 3), 1)).isEqualTo(3);
        assertThat(site.library.page(mod, guide.id(), 2).shown().isBehind(3)).isTrue();
        assertThat(problemOf(() -> site.renewing.take(mod, guide.id(), site.version(guide, 2), 1)))
                .as("compared with what is not read any more")
                .isEqualTo(new Problem.Conflict("library.version.other-current"));
        assertThat(site.renewing.take(mod, guide.id(), site.version(guide, 2), 3)).isEqualTo(4);

        ResourcePage page = site.library.page(ben, guide.id(), null);
        assertThat(page.shown().body()).isEqualTo("B");
        assertThat(page.versions()).extracting(Version::number).containsExactly(4, 3, 1);
        site.renewing.renew(ada, guide.id(), new Material.Text("D"), "");
        assertThat(site.library.resource(ben, guide.id()).current()).isEqualTo(5);
    }

    @Test
    void whatIsDecidedAboutAVersionStandsInTheLogAndIsAnswered() {
        Resource guide = site.text(ada, "valley", "Falls", "Old");
        site.renewing.renew(ben, guide.id(), new Material.Text("B"), "");
        site.renewing.renew(ben, guide.id(), new Material.Text("C"), "");
        assertThat(
                        problemOf(() ->
                                site.renewing.decline(
                                        mod, guide.id(), site.version(guide, 2), " ")))
                .isInstanceOf(Problem.Invalid.class);

        site.renewing.decline(mod, guide.id(), site.version(guide, 2), "The dose is wrong");
        site.renewing.take(mod, guide.id(), site.version(guide, 3), 1);

        assertThat(site.library.page(ben, guide.id(), 2).shown().answer())
                .isEqualTo("The dose is wrong");
        assertThat(site.db.rows("select act || ': ' || reason from community_log order by at, id"))
                .containsExactly("version_declined: The dose is wrong", "version_taken: ");
    }

    @Test
    void aVersionThatWasDeclinedTooFastWaitsAgain() {
        Resource guide = site.text(ada, "valley", "Falls", "Old");
        site.renewing.renew(ben, guide.id(), new Material.Text("B"), "Shorter");
        long version = site.version(guide, 2);
        assertThat(problemOf(() -> site.renewing.reopen(mod, guide.id(), version)))
                .as("it waits")
                .isInstanceOf(Problem.Conflict.class);
        site.renewing.decline(mod, guide.id(), version, "The dose is wrong");
        assertThat(problemOf(() -> site.renewing.reopen(ben, guide.id(), version)))
                .as("whoever proposed it")
                .isInstanceOf(Problem.Forbidden.class);

        site.renewing.reopen(mod, guide.id(), version);

        Version again = site.library.page(mod, guide.id(), 2).shown();
        assertThat(again.state()).isEqualTo(VersionState.PROPOSED);
        assertThat(again.answer()).isEmpty();
        assertThat(site.db.rows("select act || ' ' || detail from community_log order by at, id"))
                .containsExactly("version_declined ", "version_reopened 2");
        site.renewing.take(mod, guide.id(), version, 1);
        assertThat(site.library.resource(ben, guide.id()).current()).isEqualTo(2);
        assertThat(problemOf(() -> site.renewing.reopen(mod, guide.id(), version)))
                .as("it was taken")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aProposalIsTakenBackByWhoMadeItWhileNobodyHasDecided() {
        Resource guide = site.text(ada, "valley", "Falls", "Old");
        site.renewing.renew(ben, guide.id(), new Material.Text("B"), "");

        assertThat(problemOf(() -> site.renewing.withdraw(mod, guide.id(), 2)))
                .as("another’s")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> site.renewing.withdraw(ada, guide.id(), 1)))
                .as("the first")
                .isInstanceOf(Problem.Conflict.class);
        site.renewing.withdraw(ben, guide.id(), 2);

        assertThat(site.db.count("select count(*) from resource_version")).isEqualTo(1);
        assertThat(problemOf(() -> site.renewing.withdraw(ben, guide.id(), 2)))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void onlyOwnerAndCuratorsChangeWhatIsSaidOfIt() {
        Resource guide = site.text(ada, "valley", "Falls", "Words");
        Details other = Details.of(ResourceKind.GUIDELINE, "Falls at home");

        assertThat(problemOf(() -> site.library.edit(ben, guide.id(), other, null)))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(site.library.edit(mod, guide.id(), other, guide.revision()).title())
                .isEqualTo("Falls at home");
        assertThat(problemOf(() -> site.library.edit(ada, guide.id(), other, guide.revision())))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aMergedTagIsTheMainOneInTheLibrary() {
        Tagging tagging = site.db.site().get(Tagging.class);
        long before = tagged("falling,gait");
        long changes =
                site.db.count("select count(*) from change_log where content_id = " + before);

        tagging.merge(mod, "valley", "falling", "falls", true);
        long after = tagged("gait,falling,falls");

        assertThat(site.library.resource(ben, before).details().tags())
                .containsExactly("falls", "gait");
        assertThat(site.library.resource(ben, after).details().tags())
                .containsExactly("gait", "falls");
        assertThat(site.db.count("select count(*) from change_log where content_id = " + before))
                .isEqualTo(changes + 1);
    }

    private long tagged(String tags) {
        long id = site.text(ada, "valley", "Falls", "Words").id();
        site.db.run("update resource set tags = '{%s}' where id = %d".formatted(tags, id));
        return id;
    }

    @Test
    void whatIsTakenIsWhatWasLookedAt() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.renewing.renew(ben, guide.id(), new Material.Text("Harmless"), "");
        long looked = site.version(guide, 2);
        site.renewing.withdraw(ben, guide.id(), 2);
        site.renewing.renew(ben, guide.id(), new Material.Text("Unseen"), "");

        assertThat(site.version(guide, 2)).isNotEqualTo(looked);
        assertThat(problemOf(() -> site.renewing.take(mod, guide.id(), looked, 1)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(problemOf(() -> site.renewing.decline(mod, guide.id(), looked, "No")))
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void whatWasProposedWhileItsCommunityWasNarrowStaysNarrow() {
        site.db.run("update community set visibility = 'public'");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        Viewer.SignedIn eve = site.person("eve");
        assertThat(site.library.resource(eve, guide.id()).id()).isEqualTo(guide.id());
        site.db.run("update community set visibility = 'private'");
        site.renewing.renew(ben, guide.id(), new Material.Text("Among us"), "");
        site.db.run("update community set visibility = 'public'");

        site.renewing.take(mod, guide.id(), site.version(guide, 2), 1);

        assertThat(problemOf(() -> site.library.resource(eve, guide.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.library.resource(ben, guide.id()).current()).isEqualTo(2);
    }

    @Test
    void theSealGoesWithWhatNoCuratorHasSeen() {
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.db.run("update resource set official = true");
        site.renewing.renew(mod, guide.id(), new Material.Text("Better"), "");
        assertThat(site.library.resource(ben, guide.id()).official()).isTrue();

        site.renewing.renew(ada, guide.id(), new Material.Text("Otherwise"), "");

        assertThat(site.library.resource(ben, guide.id()).official()).isFalse();
    }

    /// Below the policy, for the day on which a page forgets to ask it.
    @Test
    void theDatabaseItselfLetsCuratorsAloneSayWhatTheCommunityStandsFor() throws SQLException {
        long id = site.text(ada, "valley", "Falls", "Words").id();
        String official = "update resource set official = true where id = " + id + " returning 1";
        String read = "update resource set readers = 900 where id = " + id + " returning 1";
        String next = "select next_version(%d)".formatted(id);

        assertThat(site.db.asked(mod, official)).isEqualTo(1);
        assertThatThrownBy(() -> site.db.asked(ada, official)).hasMessageContaining("curators");
        assertThatThrownBy(() -> site.db.asked(ada, read)).hasMessageContaining("denied");
        assertThat(site.db.asked(ben, next)).isEqualTo(2);
        assertThat(site.db.asked(site.person("eve"), next)).isNull();
    }

    @Test
    void whatIsDueIsListedTheLongestDueFirst() {
        Resource old = site.text(ada, "valley", "Old", "Words");
        Resource older = site.text(ada, "valley", "Older", "Words");
        Resource fresh = site.text(ada, "valley", "Fresh", "Words");
        site.curating.curate(mod, old.id(), null, true, LocalDate.now().minusDays(1), null);
        site.curating.curate(mod, older.id(), null, false, LocalDate.now().minusDays(9), old.id());
        site.curating.curate(mod, fresh.id(), null, false, LocalDate.now().plusDays(9), null);
        var due = new ShelfFilter(ShelfFilter.Order.DUE, null, null, null);

        assertThat(site.shelves.in(mod, valley, due, null, 10).items())
                .extracting(ResourceSummary::title)
                .containsExactly("Older", "Old");
        assertThat(site.library.resource(ben, older.id()).successor().title()).isEqualTo("Old");
        assertThat(
                        problemOf(() ->
                                site.curating.curate(mod, old.id(), null, true, null, older.id())))
                .as("each the other's successor")
                .isInstanceOf(Problem.Invalid.class);
        assertThat(problemOf(() -> site.curating.curate(ada, old.id(), null, true, null, null)))
                .isInstanceOf(Problem.Forbidden.class);
    }

    @Test
    void whatIsHiddenOrDeletedIsGoneForOthersWithItsVersionsAndText() {
        Resource guide = site.text(ada, "valley", "Falls", "Words");
        site.readAll();

        site.deciding.hide(mod, guide.id(), "Not ours");

        assertThat(problemOf(() -> site.library.page(ben, guide.id(), 1)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(site.library.text(ben, guide.id(), 1, 1, 10)).isEmpty();
        assertThat(site.library.page(ada, guide.id(), null).shown().body()).isEqualTo("Words");
        assertThat(
                        problemOf(() ->
                                site.deciding.restore(ada, guide.id(), site.revision(guide), "")))
                .isInstanceOf(Problem.Forbidden.class);

        site.deciding.restore(mod, guide.id(), site.revision(guide), "It is");
        site.deciding.delete(ada, guide.id(), "");

        assertThat(problemOf(() -> site.library.page(ben, guide.id(), null)))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.deciding.restore(mod, guide.id(), 1, "I want it")))
                .as("what its owner took away")
                .isInstanceOf(Problem.Conflict.class);
        assertThat(site.db.rows("select act from community_log order by at"))
                .containsExactly("resource_hidden", "resource_restored");
    }

    @Test
    void htmlThatAnUnsafeMakerLeftIsMadeAnew() {
        Resource guide = site.text(ada, "valley", "Falls", "*Words*");
        site.db.run(
                "update resource set description = '*It*', html = '<script>', html_version = 0; update resource_version set html = '<script>', html_version = 0");

        ResourcePage page = site.library.page(ben, guide.id(), null);

        assertThat(page.resource().description().value()).contains("<em>It</em>");
        assertThat(page.shown().html().value()).contains("<em>Words</em>");
    }

    @Test
    void peopleAreCountedAndNotHits() {
        Resource guide = site.text(ada, "valley", "Falls", "Words");

        site.library.used(ada, guide.id(), false);
        site.library.used(ben, guide.id(), false);
        site.library.used(ben, guide.id(), true);
        site.library.used(ben, guide.id(), true);
        site.library.used(site.person("eve"), guide.id(), true);

        Resource now = site.library.resource(ada, guide.id());
        assertThat(now.readers()).isEqualTo(2);
        assertThat(now.downloads()).isEqualTo(1);
    }

    @Test
    void aFormThatIsSentTwiceSharesOnce() {
        Details details = Details.of(ResourceKind.TOOL, "Falls");
        var words = new Material.Text("Words");

        long first = site.library.share(ada, "valley", details, words, "key").id();
        long second = site.library.share(ada, "valley", details, words, "key").id();

        assertThat(second).isEqualTo(first);
        assertThat(site.db.count("select count(*) from resource")).isEqualTo(1);
    }

    @Test
    void aListGoesOnWhereItEnded() {
        for (int i = 0; i < 5; i++) {
            site.text(ada, "valley", "T" + i, "Words");
        }
        var newest = new ShelfFilter(ShelfFilter.Order.NEWEST, null, null, null);
        var used = new ShelfFilter(ShelfFilter.Order.MOST_USED, ResourceKind.TOOL, null, null);

        for (ShelfFilter filter : List.of(newest, used)) {
            var first = site.shelves.in(ben, valley, filter, null, 3);
            var second = site.shelves.in(ben, valley, filter, first.next(), 3);
            assertThat(first.items())
                    .extracting(ResourceSummary::title)
                    .containsExactly("T4", "T3", "T2");
            assertThat(second.items())
                    .extracting(ResourceSummary::title)
                    .containsExactly("T1", "T0");
            assertThat(second.next()).isNull();
        }
    }
}
