package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;

import static rounds.library.LibrarySite.problemOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.Viewer;
import rounds.platform.order.Step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// Curators put together what belongs together.
class CollectionsTest {
    private final LibrarySite site = LibrarySite.emptied();
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn mod;

    @BeforeEach
    void people() {
        valley = site.community("valley", "private");
        ada = site.member("ada", valley);
        mod = site.member("mod", valley, "moderator");
    }

    @Test
    void onlyCuratorsMakeChangeAndFillThem() {
        LibraryCollection visits = made("Visits");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        Viewer.SignedIn eve = site.person("eve");

        for (Runnable deed :
                List.<Runnable>of(
                        () -> site.collecting.make(ada, "valley", words("Mine")),
                        () -> site.collecting.describe(ada, visits.id(), words("Mine"), null),
                        () -> site.collecting.delete(ada, visits.id()),
                        () -> site.collecting.put(ada, visits.id(), guide.id()),
                        () -> site.collecting.take(ada, visits.id(), guide.id()),
                        () ->
                                site.collecting.place(
                                        ada, guide.id(), List.of(visits.id()), List.of()),
                        () -> site.arranging.move(ada, visits.id(), new Step.Up()),
                        () ->
                                site.arranging.move(
                                        ada, visits.id(), guide.id(), new Step.Up(), null))) {
            assertThat(problemOf(deed::run)).isInstanceOf(Problem.Forbidden.class);
        }
        assertThat(problemOf(() -> site.collecting.make(eve, "valley", words("Mine"))))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.collections.one(eve, visits.id())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(problemOf(() -> site.collecting.put(eve, visits.id(), guide.id())))
                .isInstanceOf(Problem.NotFound.class);
    }

    @Test
    void whoArrangesIsToldThePlaceAmongAllThatSheSees() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 4);
        Viewer.SignedIn core = site.member("core", valley, "core_team");
        site.deciding.hide(mod, all.get(0).id(), "Old");

        assertThat(site.collections.place(mod, visits.id(), all.get(3).id())).isEqualTo(4);
        assertThat(site.collections.size(mod, visits.id())).isEqualTo(4);
        assertThat(site.collections.place(core, visits.id(), all.get(3).id())).isEqualTo(3);
        assertThat(site.collections.size(core, visits.id())).isEqualTo(3);
        assertThat(shown(visits).resources()).as("that all readers see").isEqualTo(3);
    }

    @Test
    void whatTheyHoldStandsInTheirOrderAndIsCounted() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 4);

        site.arranging.move(mod, visits.id(), all.get(3).id(), new Step.Up(), null);
        assertThat(titles(visits)).containsExactly("T0", "T1", "T3", "T2");
        site.arranging.move(mod, visits.id(), all.get(0).id(), new Step.Down(), null);
        assertThat(titles(visits)).containsExactly("T1", "T0", "T3", "T2");
        site.arranging.move(
                mod, visits.id(), all.get(2).id(), new Step.Before(all.get(1).id()), null);
        assertThat(titles(visits)).containsExactly("T2", "T1", "T0", "T3");
        site.arranging.move(
                mod, visits.id(), all.get(2).id(), new Step.After(all.get(3).id()), null);
        assertThat(titles(visits)).containsExactly("T1", "T0", "T3", "T2");
        site.arranging.move(mod, visits.id(), all.get(2).id(), new Step.Down(), null);
        site.arranging.move(mod, visits.id(), all.get(1).id(), new Step.Up(), null);
        assertThat(titles(visits)).as("at its ends").containsExactly("T1", "T0", "T3", "T2");
        assertThat(site.collections.place(mod, visits.id(), all.get(3).id())).isEqualTo(3);
        assertThat(shown(visits).resources()).isEqualTo(4);

        site.collecting.take(mod, visits.id(), all.get(0).id());
        site.collecting.put(mod, visits.id(), all.get(1).id());

        assertThat(titles(visits)).containsExactly("T1", "T3", "T2");
        assertThat(shown(visits).resources()).isEqualTo(3);
        assertThat(site.library.resource(ada, all.get(0).id()).title()).isEqualTo("T0");
    }

    @Test
    void thereIsAlwaysRoomBetweenTwo() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 3);

        for (int i = 0; i < 60; i++) {
            long moved = all.get(i % 2 == 0 ? 2 : 1).id();
            site.arranging.move(mod, visits.id(), moved, new Step.After(all.get(0).id()), null);
            assertThat(titles(visits)).startsWith("T0", i % 2 == 0 ? "T2" : "T1");
        }
    }

    @Test
    void twoWhoArrangeAtOnceAreToldAndLoseNothing() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 3);
        Viewer.SignedIn chair = site.member("chair", valley, "chair");
        int seen = shown(visits).arranged();

        boolean first = site.arranging.move(mod, visits.id(), all.get(2).id(), new Step.Up(), seen);
        boolean second =
                site.arranging.move(
                        chair, visits.id(), all.get(0).id(), new Step.After(all.get(1).id()), seen);

        assertThat(first).isFalse();
        assertThat(second).as("told that somebody else was there").isTrue();
        assertThat(titles(visits)).containsExactly("T2", "T1", "T0");
        site.collecting.take(mod, visits.id(), all.get(1).id());
        assertThat(
                        problemOf(() ->
                                site.arranging.move(
                                        chair,
                                        visits.id(),
                                        all.get(0).id(),
                                        new Step.Before(all.get(1).id()),
                                        seen)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(titles(visits)).containsExactly("T2", "T0");
    }

    @Test
    void manyAtOnceLeaveAllOfItThere() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 6);
        var running = new ArrayList<CompletableFuture<Void>>();

        for (int n = 0; n < 4; n++) {
            int of = n;
            running.add(
                    CompletableFuture.runAsync(() -> {
                        for (int i = 0; i < 10; i++) {
                            Resource one = all.get((i + of) % 6);
                            switch ((i + of) % 3) {
                                case 0 ->
                                        site.arranging.move(
                                                mod, visits.id(), one.id(), new Step.Up(), null);
                                case 1 -> {
                                    site.deciding.hide(mod, all.get(of).id(), "Why");
                                    site.deciding.restore(
                                            mod,
                                            all.get(of).id(),
                                            site.revision(all.get(of)),
                                            "Why not");
                                }
                                default -> site.collecting.put(mod, visits.id(), one.id());
                            }
                        }
                    }));
        }
        running.forEach(CompletableFuture::join);

        assertThat(titles(visits)).hasSize(6);
        assertThat(shown(visits).resources()).isEqualTo(6);
    }

    @Test
    void whatIsHiddenLeavesListAndNumberOfOthersAndComesBackToItsPlace() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 3);
        Viewer.SignedIn ben = site.member("ben", valley);

        site.deciding.hide(mod, all.get(1).id(), "Not ours");

        assertThat(titles(ben, visits)).containsExactly("T0", "T2");
        assertThat(titles(ada, visits)).as("its owner's").containsExactly("T0", "T1", "T2");
        assertThat(site.collections.one(ben, visits.id()).collection().resources()).isEqualTo(2);

        site.deciding.restore(mod, all.get(1).id(), site.revision(all.get(1)), "It is");

        assertThat(titles(ben, visits)).containsExactly("T0", "T1", "T2");
        assertThat(shown(visits).resources()).isEqualTo(3);

        site.deciding.delete(ada, all.get(1).id(), "");

        assertThat(titles(mod, visits)).containsExactly("T0", "T2");
        assertThat(shown(visits).resources()).isEqualTo(2);
        assertThat(site.db.count("select count(*) from collection_entry")).isEqualTo(2);
    }

    @Test
    void oneLiesInAnotherAndNoDeeper() {
        LibraryCollection visits = made("Visits");
        LibraryCollection first = made(within("First", visits));
        LibraryCollection other = made("Other");

        assertThat(problemOf(() -> made(within("Deeper", first))))
                .isInstanceOf(Problem.Invalid.class);
        assertThat(
                        problemOf(() ->
                                site.collecting.describe(
                                        mod, visits.id(), within("Visits", other), null)))
                .as("it holds one")
                .isInstanceOf(Problem.Invalid.class);
        assertThat(
                        problemOf(() ->
                                site.collecting.describe(
                                        mod, other.id(), within("Other", other), null)))
                .as("in itself")
                .isInstanceOf(Problem.Invalid.class);
        long hill = site.community("hill", "private");
        Viewer.SignedIn both = site.member("both", hill, "moderator");
        assertThat(problemOf(() -> site.collecting.make(both, "hill", within("Mine", visits))))
                .as("of a community that is not known to her")
                .isInstanceOf(Problem.Invalid.class);

        assertThat(site.collections.all(ada, valley))
                .extracting(one -> one.collection().title(), one -> one.within().size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Visits", 1),
                        org.assertj.core.groups.Tuple.tuple("Other", 0));
        site.collecting.delete(mod, visits.id());
        assertThat(site.collections.all(ada, valley))
                .extracting(one -> one.collection().title())
                .containsExactlyInAnyOrder("First", "Other");
    }

    @Test
    void theDatabaseItselfLetsNoneLieDeeper() {
        LibraryCollection visits = made("Visits");
        LibraryCollection first = made(within("First", visits));
        LibraryCollection other = made("Other");

        for (String nesting :
                List.of(
                        "update collection set parent_id = %2$d where id = %3$d",
                        "update collection set parent_id = %3$d where id = %1$d",
                        "update collection set parent_id = id where id = %3$d")) {
            assertThat(
                            org.assertj.core.api.Assertions.catchThrowable(() ->
                                    site.db.run(
                                            nesting.formatted(
                                                    visits.id(), first.id(), other.id()))))
                    .as(nesting)
                    .isNotNull();
        }
    }

    @Test
    void collectionsThemselvesAreOrdered() {
        LibraryCollection a = made("A");
        LibraryCollection b = made("B");
        LibraryCollection c = made("C");
        LibraryCollection inA = made(within("In A", a));

        site.arranging.move(mod, c.id(), new Step.Up());
        site.arranging.move(mod, a.id(), new Step.After(b.id()));

        assertThat(site.collections.all(ada, valley))
                .extracting(one -> one.collection().title())
                .containsExactly("C", "B", "A");
        assertThat(problemOf(() -> site.arranging.move(mod, a.id(), new Step.Before(inA.id()))))
                .as("which does not lie beside it")
                .isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void aResourceIsPutIntoSeveralAtOnceAndOnlyWhatWasOfferedChanges() {
        LibraryCollection a = made("A");
        LibraryCollection b = made("B");
        LibraryCollection later = made("Later");
        Resource guide = site.text(ada, "valley", "Guide", "Words");
        site.collecting.put(mod, a.id(), guide.id());
        site.collecting.put(mod, later.id(), guide.id());

        site.collecting.place(mod, guide.id(), List.of(a.id(), b.id()), List.of(b.id()));

        assertThat(site.collections.holding(ada, guide.id()))
                .extracting(LibraryCollection::title)
                .containsExactly("B", "Later");
        assertThat(
                        site.db.rows(
                                "select act || ' ' || detail from community_log where content_id is not null order by at, id"))
                .containsExactly(
                        "resource_collected A",
                        "resource_collected Later",
                        "resource_uncollected A",
                        "resource_collected B");
    }

    @Test
    void whatIsSaidOfOneIsChangedByOneAtATime() {
        LibraryCollection visits = made("Visits");

        site.collecting.describe(
                mod, visits.id(), new CollectionWords("Calls", "*For* all", "", null), 0);

        assertThat(shown(visits).description().value()).contains("<em>For</em>");
        assertThat(problemOf(() -> site.collecting.describe(mod, visits.id(), words("Other"), 0)))
                .isInstanceOf(Problem.Conflict.class);
        assertThat(site.db.rows("select act || ' ' || detail from community_log order by at, id"))
                .containsExactly("collection_made Visits", "collection_changed Calls");
    }

    @Test
    void whatIsMissingIsFoundByWordsOfItsTitle() {
        LibraryCollection visits = made("Visits");
        Resource guide = site.text(ada, "valley", "Guide à domicile", "Words");
        site.text(ada, "valley", "Guide for clinics", "Words");

        assertThat(site.collections.missing(mod, visits, "DOMICILE  gui"))
                .extracting(ResourceSummary::title)
                .containsExactly("Guide à domicile");
        assertThat(site.collections.missing(mod, visits, "%")).isEmpty();
        assertThat(site.collections.missing(mod, visits, " ")).isEmpty();
        site.collecting.put(mod, visits.id(), guide.id());
        assertThat(site.collections.missing(mod, visits, "domicile")).isEmpty();
    }

    @Test
    void aLibraryTakesNoMoreThanStandOnOnePage() {
        site.db.run(
                """
                insert into collection (id, community_id, title, language, visibility, made_at, changed_at)
                select n, %d, 'C' || n, 'en', 'private', now(), now() from generate_series(1, %d) n
                """
                        .formatted(valley, CollectionLists.MOST));

        assertThat(problemOf(() -> made("One more"))).isInstanceOf(Problem.Conflict.class);
    }

    @Test
    void whoMovesSomethingToAnotherPageGoesAlong() {
        LibraryCollection visits = made("Visits");
        List<Resource> all = filled(visits, 5);
        String second = site.collections.in(mod, visits.id(), null, 2).next();

        site.arranging.move(mod, visits.id(), all.get(2).id(), new Step.Up(), null);

        assertThat(site.collections.around(mod, visits.id(), all.get(2).id(), second, 2).items())
                .extracting(ResourceSummary::title)
                .containsExactly("T0", "T2");
    }

    private LibraryCollection made(String title) {
        return made(words(title));
    }

    private LibraryCollection made(CollectionWords words) {
        return site.collecting.make(mod, "valley", words);
    }

    private static CollectionWords words(String title) {
        return new CollectionWords(title, "", "en", null);
    }

    private static CollectionWords within(String title, LibraryCollection parent) {
        return new CollectionWords(title, "", "en", parent.id());
    }

    private List<Resource> filled(LibraryCollection collection, int resources) {
        return IntStream.range(0, resources)
                .mapToObj(n -> {
                    Resource made = site.text(ada, "valley", "T" + n, "Words");
                    site.collecting.put(mod, collection.id(), made.id());
                    return made;
                })
                .toList();
    }

    private LibraryCollection shown(LibraryCollection collection) {
        return site.collections.one(ada, collection.id()).collection();
    }

    private List<String> titles(LibraryCollection collection) {
        return titles(mod, collection);
    }

    private List<String> titles(Viewer viewer, LibraryCollection collection) {
        return site.collections.in(viewer, collection.id(), null, 50).items().stream()
                .map(ResourceSummary::title)
                .toList();
    }
}
