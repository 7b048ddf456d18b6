package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/// Where somebody is in her reading, and what is new to her.
class ReadingPlaceTest {
    private final ForumSite site = ForumSite.emptied();
    private final Reading reading = site.db.site().get(Reading.class);
    private long valley;
    private Viewer.SignedIn ada;
    private Viewer.SignedIn bo;
    private Viewer.SignedIn mod;
    private long discussion;

    @BeforeEach
    void aDiscussionOfFivePosts() {
        valley = site.community("valley", "public");
        ada = site.member("ada", valley);
        bo = site.member("bob", valley);
        mod = site.member("mod", valley, "moderator");
        discussion = site.open(ada, "valley", "Dizzy in the morning").discussionId();
        for (int i = 2; i <= 5; i++) {
            site.reply(ada, discussion, null, "Reply " + i);
        }
    }

    @Test
    void whatSheHasSeenIsReadAndTheRestIsNew() {
        assertThat(fresh(bo)).as("never opened").isEqualTo(-1);

        reading.see(bo, discussion, List.of(1, 2, 4));

        assertThat(fresh(bo)).isEqualTo(2);
        assertThat(freshNumbers(bo)).containsExactly(3, 5);
        assertThat(site.discussions.discussion(bo, discussion).place().first()).isEqualTo(3);

        reading.see(bo, discussion, List.of(3, 5));
        assertThat(fresh(bo)).isZero();
        assertThat(reading.unread(bo, null, null, null, 20).items()).isEmpty();

        site.reply(ada, discussion, null, "One more");
        assertThat(fresh(bo)).isEqualTo(1);
        assertThat(freshNumbers(bo)).containsExactly(6);
        assertThat(reading.counts(bo).in("valley")).isEqualTo(1);
    }

    @Test
    void onesOwnPostsAreRead() {
        assertThat(fresh(ada)).isZero();
        reading.see(bo, discussion, List.of(1, 2, 3, 4, 5));
        site.reply(bo, discussion, null, "Mine");

        assertThat(fresh(bo)).isZero();
        assertThat(fresh(ada)).isEqualTo(1);
    }

    @Test
    void openingWhatSheHasReadLeadsToTheFirstUnread() {
        for (int i = 6; i <= 60; i++) {
            site.reply(ada, discussion, null, "Reply " + i);
        }
        reading.see(bo, discussion, IntStream.rangeClosed(1, 40).boxed().toList());

        DiscussionPage page =
                site.discussions.open(bo, discussion, View.TIME, null, Place.START, 20);

        assertThat(page.posts()).extracting(Post::number).contains(41).doesNotContain(1);
        assertThat(page.posts().stream().filter(Post::fresh).findFirst().orElseThrow().number())
                .isEqualTo(41);
        assertThat(page.at()).isNull();
        assertThat(
                        site.discussions
                                .open(bo, discussion, View.TIME, null, new Place.At(1), 20)
                                .posts()
                                .getFirst()
                                .number())
                .isEqualTo(1);
    }

    @Test
    void unreadFromHereBringsItBack() {
        reading.see(bo, discussion, List.of(1, 2, 3, 4, 5));
        reading.seeAll(bo, "valley", Instant.now());

        reading.unreadFrom(bo, discussion, 4);

        assertThat(freshNumbers(bo)).containsExactly(4, 5);
        assertThat(fresh(bo)).isEqualTo(2);
        assertThat(reading.unread(bo, null, null, null, 20).items()).hasSize(1);
        reading.see(bo, discussion, List.of(4, 5));
        assertThat(reading.unread(bo, null, null, null, 20).items()).isEmpty();
    }

    @Test
    void whatIsReadStaysReadWhereASplitAndAMergePutIt() {
        reading.see(bo, discussion, List.of(1, 2, 3));
        long mine = site.reply(bo, discussion, null, "Mine").postId();
        assertThat(freshNumbers(bo)).containsExactly(4, 5);
        long third = site.time(bo, discussion, Place.START, 20).posts().get(2).id();
        long fourth = site.time(bo, discussion, Place.START, 20).posts().get(3).id();
        long other = site.open(mod, "valley", "Dizzy as well").discussionId();

        long split =
                site.arrangement
                        .split(
                                mod,
                                discussion,
                                List.of(third, fourth, mine),
                                Kind.QUESTION,
                                "Another matter")
                        .discussionId();

        assertThat(freshNumbers(bo)).as("what is left").containsExactly(5);
        assertThat(fresh(bo)).isEqualTo(1);
        assertThat(freshOf(bo, split)).as("the fourth alone").isEqualTo(1);
        assertThat(freshOf(ada, split)).as("his alone").isEqualTo(1);

        site.arrangement.merge(mod, split, other);

        assertThat(freshOf(bo, other)).as("what opens it, and the fourth").isEqualTo(2);
        assertThat(site.time(bo, other, Place.START, 20).posts())
                .filteredOn(Post::fresh)
                .extracting(Post::number)
                .containsExactly(1, 3);
        reading.see(bo, other, List.of(1, 3));
        assertThat(freshOf(bo, other)).isZero();
        reading.see(bo, discussion, List.of(5));
        assertThat(reading.unread(bo, null, null, null, 20).items()).isEmpty();
    }

    @Test
    void kindsStandInTheirOwnOrderWhereverTheyAreCounted() {
        long hills = site.community("a-hills", "public");
        site.role(ada, hills, "member");
        site.role(bo, hills, "member");
        open("a-hills", Kind.QUESTION);
        open("a-hills", Kind.DISCUSSION);
        open("valley", Kind.SUCCESS);
        open("valley", Kind.QUESTION);

        assertThat(reading.counts(bo).byKind().keySet())
                .containsExactly("challenge", "success", "question", "discussion");
        assertThat(reading.counts(bo).byKind("valley").keySet())
                .containsExactly("challenge", "success", "question");
    }

    private void open(String community, Kind kind) {
        site.forum.open(
                ada, community, new NewDiscussion(kind, "One", "Words.", List.of(), null), null);
    }

    @Test
    void allOfACommunityIsReadAtOnce() {
        site.open(ada, "valley", "Another");
        assertThat(reading.counts(bo).total()).isEqualTo(2);

        reading.seeAll(bo, "valley", Instant.now());

        assertThat(reading.counts(bo).total()).isZero();
        assertThat(fresh(bo)).isZero();
        site.reply(ada, discussion, null, "News");
        assertThat(reading.unread(bo, "valley", Kind.CHALLENGE, null, 20).items()).hasSize(1);
        assertThat(reading.unread(bo, "valley", Kind.SUCCESS, null, 20).items()).isEmpty();
    }

    @Test
    void whoIsUpToDateHasReadEverythingAlsoWhatSheHadLeftForLater() {
        reading.see(bo, discussion, List.of(1, 2, 3, 4, 5));
        reading.unreadFrom(bo, discussion, 4);
        Instant until = Instant.now().truncatedTo(ChronoUnit.MICROS);

        reading.seeAll(bo, "valley", until);

        assertThat(reading.counts(bo).total()).isZero();
        assertThat(reading.upToDate(bo, valley)).isEqualTo(until);
        reading.seeAll(bo, "valley", until.minusSeconds(60));
        assertThat(reading.upToDate(bo, valley)).isEqualTo(until);
        reading.seeAll(bo, "valley", until.plusSeconds(3600));
        assertThat(reading.upToDate(bo, valley)).isBetween(until, until.plusSeconds(600));
    }

    @Test
    void ofANarrowedListOnlyWhatItShowsIsRead() {
        long other =
                site.forum
                        .open(
                                ada,
                                "valley",
                                new NewDiscussion(
                                        Kind.CHALLENGE,
                                        "Another",
                                        "Words.",
                                        List.of("falls"),
                                        null),
                                null)
                        .discussionId();

        reading.seeAll(bo, "valley", new Filter(Kind.SUCCESS, null));
        assertThat(reading.counts(bo).total()).isEqualTo(2);
        reading.seeAll(bo, "valley", new Filter(Kind.CHALLENGE, "falls"));

        assertThat(reading.unread(bo, null, null, null, 20).items())
                .extracting(DiscussionSummary::title)
                .containsExactly("Dizzy in the morning");
        site.reply(ada, other, null, "News");
        assertThat(reading.counts(bo).total()).isEqualTo(2);
        reading.seeAll(bo, null, Filter.NONE);
        assertThat(reading.counts(bo).total()).isZero();
    }

    @Test
    void ofANarrowedListAllIsReadHoweverMuchElseIsNewer() {
        site.forum.open(
                ada,
                "valley",
                new NewDiscussion(Kind.SUCCESS, "Long ago", "Words.", List.of("falls"), null),
                null);
        site.db.run(
                """
                insert into discussion (id, community_id, kind, title, language, visibility, opened_by, opened_at, last_at, posts)
                select o.id + n, o.community_id, 'challenge', 'Newer', 'en', o.visibility, o.opened_by, o.opened_at, now(), 1
                from (select * from discussion where title = 'Long ago') o, generate_series(1, 310) n
                """);

        reading.seeAll(bo, "valley", new Filter(null, "falls"));

        assertThat(reading.unread(bo, "valley", Kind.SUCCESS, null, 20).items()).isEmpty();
        assertThat(site.discussions.discussion(bo, discussion).place().unread())
                .as("what the filter did not show")
                .isTrue();
        assertThat(
                        site.db.count(
                                "select count(*) from reading_place where person_id = "
                                        + bo.personId()))
                .isOne();
    }

    @Test
    void whatWasThereBeforeSheJoinedIsNotNews() {
        site.db.run("update discussion set last_at = now() - interval '1 day'");
        Viewer.SignedIn late = site.member("late", valley);

        assertThat(fresh(late)).isZero();
        assertThat(reading.counts(late).total()).isZero();
    }

    @Test
    void postsThatAreGoneDoNotStayNewForEver() {
        Posted rude = site.reply(ada, discussion, null, "Rude");
        site.moderation.hide(mod, rude.postId(), Reason.RUDE, "Tone");

        reading.see(bo, discussion, List.of(1, 2, 3, 4, 5));

        assertThat(fresh(bo)).isZero();
        assertThat(reading.unread(bo, null, null, null, 20).items()).isEmpty();
    }

    @Test
    void aPostThatWaitedIsNewWhenItComes() {
        site.db.run("update community set review_first_posts = true");
        Viewer.SignedIn newcomer = site.member("newcomer", valley);
        Posted waiting = site.reply(newcomer, discussion, null, "Hello");
        Posted after = site.reply(ada, discussion, null, "After it");
        reading.see(bo, discussion, List.of(1, 2, 3, 4, 5, after.number()));
        assertThat(fresh(bo)).isZero();

        site.moderation.approve(mod, waiting.postId());

        assertThat(fresh(bo)).isEqualTo(1);
        assertThat(freshNumbers(bo)).containsExactly(waiting.number());
    }

    @Test
    void twoDevicesAtTheSameMomentLoseNothing() throws Exception {
        for (int i = 6; i <= 40; i++) {
            site.reply(ada, discussion, null, "Reply " + i);
        }
        var race = new ArrayList<Callable<Boolean>>();
        for (int i = 1; i <= 40; i++) {
            List<Integer> some = List.of(i, i % 7 + 1);
            race.add(() -> {
                reading.see(bo, discussion, some);
                return true;
            });
        }

        RaceTest.together(race);

        assertThat(fresh(bo)).isZero();
        assertThat(
                        site.db.count(
                                "select posts_read from reading_place where person_id = "
                                        + bo.personId()))
                .isEqualTo(40);
    }

    @Test
    void nobodyLearnsWhatAnotherReadsAndNothingIsKeptWhereSheMayNotRead() {
        long closed = site.community("closed", "private");
        Viewer.SignedIn chair = site.member("chair", closed);
        long secret = site.open(chair, "closed", "Among us").discussionId();

        assertThat(ForumSite.problemOf(() -> reading.see(bo, secret, List.of(1))))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(ForumSite.problemOf(() -> reading.seeAll(bo, "closed", Instant.now())))
                .isInstanceOf(Problem.NotFound.class);
        assertThat(
                        site.db.count(
                                "select count(*) from reading_place where person_id = "
                                        + bo.personId()))
                .isZero();
    }

    @Test
    void theOrderSheReadsInGoesAlongWithHer() {
        reading.keepOrder(bo, View.TIME);

        assertThat(site.discussions.open(bo, discussion, null, null, Place.START, 20).view())
                .isEqualTo(View.TIME);
        assertThat(site.discussions.open(bo, discussion, View.TREE, null, Place.START, 20).view())
                .isEqualTo(View.TREE);
    }

    @Test
    void theWaysOnLeadToNeighboursAndRelatives() {
        long second = site.open(ada, "valley", "Second").discussionId();
        site.db.run("update discussion set tags = '{falls}'");

        assertThat(reading.older(bo, second).orElseThrow()).contains("dizzy");
        assertThat(reading.newer(bo, second)).isEmpty();
        assertThat(reading.related(bo, second))
                .extracting(DiscussionSummary::title)
                .containsExactly("Dizzy in the morning");
        assertThat(reading.map(bo, discussion, null, 3).posts().items())
                .extracting(Landmark::number)
                .containsExactly(1, 2, 3);
    }

    private Integer fresh(Viewer viewer) {
        Integer inList =
                site.discussions.inCommunity(viewer, valley, Filter.NONE, null, 20).items().stream()
                        .filter(row -> row.id() == discussion)
                        .findFirst()
                        .orElseThrow()
                        .place()
                        .fresh();
        assertThat(site.discussions.discussion(viewer, discussion).place().fresh())
                .isEqualTo(inList);
        return inList;
    }

    private Integer freshOf(Viewer viewer, long of) {
        return site.discussions.discussion(viewer, of).place().fresh();
    }

    private List<Integer> freshNumbers(Viewer viewer) {
        return site.time(viewer, discussion, Place.START, 100).posts().stream()
                .filter(Post::fresh)
                .map(Post::number)
                .toList();
    }
}
