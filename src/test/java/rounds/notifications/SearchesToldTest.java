package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.search.Facet;
import rounds.search.SavedSearch;
import rounds.search.SavedSearches;
import rounds.search.SavedSearches.Wish;
import rounds.search.Search;
import rounds.search.SearchRequest;
import rounds.support.Site;
import rounds.support.Somebody;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// Who hears of what is new in a saved search.
class SearchesToldTest {
    private static final Site SITE = Site.running();
    private static final Duration SETTLING = Duration.ofSeconds(30);

    private final Forum forum = SITE.bean(Forum.class);
    private final Search search = SITE.bean(Search.class);
    private final SavedSearches searches = SITE.bean(SavedSearches.class);
    private final SearchAlerts alerts = SITE.bean(SearchAlerts.class);
    private final Notifications notifications = SITE.bean(Notifications.class);

    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn ben;

    @BeforeEach
    void people() {
        SITE.db().empty();
        valley = SITE.community("valley", "private");
        ada = member("ada", valley);
        ben = member("ben", valley);
    }

    private static Viewer.SignedIn member(String handle, long community) {
        Somebody somebody = SITE.person(handle);
        SITE.member(community, somebody);
        return new Viewer.SignedIn(somebody.id(), somebody.session(), 1);
    }

    @Test
    void whatOthersWroteIsToldOnceWithHowManyAndTheNewest() {
        SavedSearch saved = save(ada, "gout");
        open(ben, "valley", "Gout in the knee");
        open(ben, "valley", "Gout in the toe");
        open(ben, "valley", "Something else");

        look();
        look();

        assertThat(told(ada)).containsExactly("2 Gout in the toe in Mine: gout");
        assertThat(notifications.page(ada, true, null, 10).items().getFirst().path())
                .isEqualTo("/searches/" + Ids.text(saved.id()));
        assertThat(told(ben)).doesNotContain("2 Gout in the toe in Mine: gout");
        assertThat(searches.news(ada, saved, 10).total()).isEqualTo(2);
    }

    @Test
    void whatWasThereBeforeAndWhatSheWroteHerselfIsNoNews() {
        open(ben, "valley", "Gout before");
        SavedSearch saved = save(ada, "gout");
        open(ada, "valley", "Gout of my own");

        look();

        assertThat(told(ada)).isEmpty();
        assertThat(searches.news(ada, saved, 10).total()).isZero();
    }

    @Test
    void whatHoldsOnlySomeOfTheWordsIsNoNews() {
        save(ada, "gout colchicine");
        open(ben, "valley", "Gout alone");
        look();
        assertThat(told(ada)).isEmpty();

        open(ben, "valley", "Gout and colchicine");
        look();
        assertThat(told(ada)).containsExactly("1 Gout and colchicine in Mine: gout colchicine");
    }

    @Test
    void whatSheMayNotReadIsNeitherCountedNorTold() {
        long hills = SITE.community("hills", "private");
        Viewer.SignedIn cleo = member("cleo", hills);
        run(
                "insert into membership (id, community_id, person_id, role) values (%d, %d, %d, 'member')",
                Ids.next(), hills, ben.personId());
        SavedSearch saved = save(ada, "gout");
        SavedSearch of = save(ben, "gout");
        open(cleo, "hills", "Gout behind the wall");
        open(cleo, "hills", "Gout once more");

        // He is let out again before it is looked for.
        run(
                "update membership set until_at = now() where person_id = %d and community_id = %d",
                ben.personId(), hills);
        look();

        assertThat(told(ada)).isEmpty();
        assertThat(told(ben)).isEmpty();
        assertThat(searches.news(ada, saved, 10).total()).isZero();
        assertThat(searches.news(ben, of, 10).total()).isZero();
    }

    @Test
    void whatIsHiddenLaterIsToldNoMore() {
        save(ada, "gout");
        long id = open(ben, "valley", "Gout for a while");
        look();
        assertThat(told(ada)).hasSize(1);

        run("update post set state = 'hidden' where discussion_id = %d", id);
        run("update discussion set state = 'hidden' where id = %d", id);

        assertThat(told(ada)).isEmpty();
    }

    @Test
    void ofOneSearchSheIsToldAtMostOnceAnHour() {
        save(ada, "gout");
        open(ben, "valley", "Gout one");
        Instant now = Instant.now().plus(SETTLING);
        alerts.alert(now);
        open(ben, "valley", "Gout two");

        alerts.alert(now.plus(Duration.ofMinutes(50)));
        assertThat(told(ada)).containsExactly("1 Gout one in Mine: gout");

        alerts.alert(now.plus(Duration.ofMinutes(61)));
        assertThat(told(ada)).containsExactly("2 Gout two in Mine: gout");
    }

    @Test
    void whileNothingIsWrittenNoSearchIsAskedAndWhatComesIsAskedForAtOnce() {
        save(ada, "gout");
        save(ben, "insulin");
        var due = SITE.bean(rounds.search.DueSearches.class);
        // All that was written before has been looked through.
        run("update saved_search set told_until = now() + interval '1 second'");
        run("update change_log set at = now()");
        assertThat(due.take(Instant.now().plus(Duration.ofHours(1)))).isNull();

        run("update saved_search set told_until = now() - interval '1 second'");
        open(ben, "valley", "Gout in the knee");
        alerts.alert(Instant.now().plus(SETTLING).plus(Duration.ofMinutes(1)));
        assertThat(told(ada)).containsExactly("1 Gout in the knee in Mine: gout");
        assertThat(due.take(Instant.now().plus(Duration.ofHours(2)))).isNull();
    }

    @Test
    void severalNodesTellItOnce() throws InterruptedException {
        for (int i = 0; i < 8; i++) {
            save(ada, "gout " + i + "* OR gout");
        }
        open(ben, "valley", "Gout for all");
        Instant now = Instant.now().plus(SETTLING);

        var begin = new CountDownLatch(1);
        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                nodes.submit(() -> {
                    begin.await();
                    alerts.alert(now);
                    return true;
                });
            }
            begin.countDown();
        }

        assertThat(
                        SITE.db()
                                .count(
                                        "select count(*) from notification where reason = 'search_found'"))
                .isEqualTo(8);
    }

    @Test
    void aNodeThatDiesLosesNothing() {
        save(ada, "gout");
        open(ben, "valley", "Gout for all");
        Instant now = Instant.now().plus(SETTLING);
        var due = SITE.bean(rounds.search.DueSearches.class).take(now);
        assertThat(due).isNotNull();

        alerts.alert(now.plus(Duration.ofMinutes(4)));
        assertThat(told(ada)).isEmpty();
        alerts.alert(now.plus(Duration.ofMinutes(6)));
        assertThat(told(ada)).hasSize(1);
    }

    @Test
    void aSearchThatMeansNothingAnyMoreFindsNothingAndStopsNobody() {
        SavedSearch odd =
                searches.save(
                        ada,
                        new Wish("Odd", true),
                        SearchRequest.of("gout").with(Facet.COMMUNITY, "valley"));
        run("update saved_search set narrowed = '{kind:nothing,community:gone,author:who}'");
        save(ada, "gout");
        open(ben, "valley", "Gout for all");

        look();

        assertThat(told(ada)).containsExactly("1 Gout for all in Mine: gout");
        assertThat(searches.news(ada, searches.one(ada, odd.id()), 10).total()).isZero();
    }

    @Test
    void whoWantsToHearNoMoreHearsNoMoreAndAgainOnlyOfWhatComesThen() {
        SavedSearch saved = save(ada, "gout");
        searches.change(ada, saved.id(), new Wish("Feet", false));
        open(ben, "valley", "Gout unheard");
        look();
        assertThat(told(ada)).isEmpty();

        searches.change(ada, saved.id(), new Wish("Feet", true));
        look();
        assertThat(told(ada)).isEmpty();
        open(ben, "valley", "Gout heard");
        look();
        assertThat(told(ada)).containsExactly("1 Gout heard in Feet");
    }

    @Test
    void aDeletedSearchTellsNothingAndComesBackWithWhatIsNew() {
        SavedSearch saved = save(ada, "gout");
        open(ben, "valley", "Gout one");
        look();
        searches.delete(ada, saved.id());
        assertThat(told(ada)).isEmpty();
        assertThatThrownBy(() -> searches.one(ada, saved.id()))
                .isInstanceOf(ProblemException.class);
        assertThat(searches.deleted(ada)).hasSize(1);

        searches.bringBack(ada, saved.id());
        assertThat(told(ada)).containsExactly("1 Gout one in Mine: gout");
        assertThat(searches.deleted(ada)).isEmpty();
        assertThat(searches.news(ada, searches.one(ada, saved.id()), 10).total()).isEqualTo(1);
    }

    @Test
    void whatSheHasLookedAtIsNoLongerNew() {
        SavedSearch saved = save(ada, "gout");
        open(ben, "valley", "Gout one");
        searches.look(ada, saved.id(), Instant.now().plus(Duration.ofDays(9)));

        look();
        assertThat(told(ada)).isEmpty();
        open(ben, "valley", "Gout two");
        assertThat(searches.news(ada, searches.one(ada, saved.id()), 10).total()).isEqualTo(1);
    }

    @Test
    void thereAreAtMostFiftyAndNobodysElse() {
        List<SavedSearch> saved =
                IntStream.range(0, SavedSearches.MOST)
                        .mapToObj(n -> save(ada, "gout " + n))
                        .toList();
        assertThatThrownBy(() -> save(ada, "one more")).hasMessageContaining("searches.too-many");
        searches.delete(ada, saved.getFirst().id());
        save(ada, "one more");
        assertThatThrownBy(() -> searches.bringBack(ada, saved.getFirst().id()))
                .hasMessageContaining("searches.too-many");

        long other = saved.getLast().id();
        assertThat(searches.all(ben)).isEmpty();
        assertThatThrownBy(() -> searches.one(ben, other)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> searches.change(ben, other, new Wish("His", true)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> searches.delete(ben, other)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> searches.look(ben, other, Instant.now()))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatAsksForNothingOrNamesAPatientIsNotKept() {
        assertThatThrownBy(() -> save(ada, "-gout")).hasMessageContaining("searches.nothing");
        assertThatThrownBy(() -> save(ada, "")).hasMessageContaining("searches.nothing");
        assertThatThrownBy(() -> searches.save(ada, new Wish(" ", true), SearchRequest.of("gout")))
                .hasMessageContaining("searches.name.missing");
        assertThatThrownBy(() ->
                        searches.save(
                                ada, new Wish("n".repeat(101), true), SearchRequest.of("gout")))
                .hasMessageContaining("searches.name.too-long");
        assertThat(searches.all(ada)).isEmpty();
    }

    private static void run(String sql, Object... values) {
        SITE.db().run(sql.formatted(values));
    }

    private SavedSearch save(Viewer.SignedIn person, String words) {
        return searches.save(person, new Wish("Mine: " + words, true), SearchRequest.of(words));
    }

    private long open(Viewer.SignedIn author, String community, String title) {
        long id =
                forum.open(
                                author,
                                community,
                                new NewDiscussion(
                                        Kind.CHALLENGE, title, "What helped you?", List.of(), null),
                                null)
                        .discussionId();
        // Whoever wrote it finds it as soon as the index has it.
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (search.find(author, SearchRequest.of("\"" + title + "\"")).total() == 0
                && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
        }
        return id;
    }

    /// Looks for all of them as if their time had come.
    private void look() {
        SITE.db().run("update saved_search set due_at = '2000-01-01'");
        alerts.alert(Instant.now().plus(SETTLING));
    }

    private List<String> told(Viewer.SignedIn person) {
        return notifications.page(person, false, null, 50).items().stream()
                .filter(Bundle::isOfSearch)
                .map(bundle -> bundle.count() + " " + bundle.title() + " in " + bundle.words())
                .toList();
    }
}
