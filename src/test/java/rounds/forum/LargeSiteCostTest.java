package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.community.Communities;
import rounds.community.Conversations;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What is asked of a few costs what few cost, however large the site is around them.
@Tag("timed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeSiteCostTest {
    private static final int COMMUNITIES = 50;
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int EACH = LONG ? 2_400 : 800;
    private static final int CROWD = LONG ? 20_000 : 7_000;
    private static final int ROUNDS = 15;

    private final ForumSite site = ForumSite.emptied();
    private final Transactions transactions = site.db.site().get(Transactions.class);
    private final Pointers pointers = site.db.site().get(Pointers.class);
    private final Conversations conversations = site.db.site().get(Conversations.class);
    private Viewer.SignedIn ada;
    private long small;
    private long crowded;
    private long tiny;
    private long smallThread;
    private long crowdedThread;

    /// 40,000 discussions of two posts each, nine of ten of them private; 7,000 members of one
    /// community; 7,000 public communities: three times as many in the long run.
    @BeforeAll
    void largeSite() {
        site.db.empty();
        long writer = site.person("writer").personId();
        site.db.run(
                """
                insert into person (id, handle, handle_shape, name)
                select 1000 + n, 'writer' || n, 'writer' || n, 'Writer ' || n from generate_series(0, 499) n
                """);
        for (int i = 0; i < COMMUNITIES; i++) {
            fill(
                    site.community("c" + i, i % 10 == 0 ? "public" : "private"),
                    writer,
                    EACH,
                    i % 10 == 0 ? "public" : "private");
        }
        small = site.community("small", "private");
        fill(small, writer, 20, "private");
        tiny = site.community("tiny", "private");
        crowded = site.community("crowded", "private");
        ada = site.member("ada", small);
        site.role(ada, tiny, "member");
        smallThread = site.open(ada, "small", "Few").discussionId();
        site.role(ada, crowded, "member");
        crowdedThread = site.open(ada, "crowded", "Many").discussionId();
        people(crowded, "mmm", CROWD);
        people(tiny, "ttt", 10);
        site.db.run(
                """
                insert into community (id, slug, name, visibility, members)
                select n, 'public-' || n, 'Public ' || n, 'public', n %% 50 from generate_series(1, %d) n
                """
                        .formatted(CROWD));
        site.db.run("analyze");
    }

    private void fill(long community, long writer, int discussions, String visibility) {
        site.db.run(
                """
                insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at,
                                        last_at, last_by, last_number, posts, tags)
                select %1$d + n, %1$d, 'challenge', 'Title ' || n, 'en', '%4$s', 'visible', %2$d,
                       now() - n * interval '1 minute', now() - n * interval '1 minute', %2$d, 1, 1,
                       case when n %% 2 = 0 and '%4$s' = 'private' then '{common}' when n = 7 then '{rare}' else '{other}' end::text[]
                from generate_series(1, %3$d) n;
                insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version,
                                  language, visibility, state, posted_at)
                select %1$d + 10000 + n * 2 + m, %1$d + n, %1$d, m, repeat('0000002', m - 1), m - 1, 1000 + n * m %% 500, 'Words', '<p>Words</p>', 1,
                       'en', '%4$s', 'visible', now()
                from generate_series(1, %3$d) n, generate_series(1, 2) m;
                """
                        .formatted(community, writer, discussions, visibility));
    }

    private void people(long community, String prefix, int number) {
        site.db.run(
                """
                insert into person (id, handle, handle_shape, name, profession)
                select %1$d + 100000 + n, '%2$s' || n, '%2$s' || n, substr(md5(n::text), 1, 6) || ' ' || substr(md5(n::text), 7, 6), 'Nurse'
                from generate_series(1, %3$d) n;
                insert into membership (id, community_id, person_id, role)
                select %1$d + 200000 + n, %1$d, %1$d + 100000 + n, 'member' from generate_series(1, %3$d) n;
                """
                        .formatted(community, prefix, number));
    }

    @Test
    void aTagThatFewCarryCostsWhatAPageOfTheLatestCosts() {
        Runnable latest = () -> site.discussions.latest(ada, null, 25);
        assertThat(site.discussions.tagged(Viewer.VISITOR, "rare", null, 100).items()).hasSize(5);
        assertThat(site.discussions.tagged(ada, "common", null, 100).items()).hasSize(10);
        assertThat(site.discussions.tagged(Viewer.VISITOR, "common", null, 100).items()).isEmpty();

        for (String tag : List.of("invented", "rare", "common")) {
            cheap(
                    "a visitor's list of the tag " + tag,
                    latest,
                    () -> site.discussions.tagged(Viewer.VISITOR, tag, null, 25),
                    5);
            cheap(
                    "a member's list of the tag " + tag,
                    latest,
                    () -> site.discussions.tagged(ada, tag, null, 25),
                    5);
        }
    }

    @Test
    void allOfOneCommunityIsFoundWithoutTheRestOfTheSite() {
        IndexRepository rows = site.db.site().get(IndexRepository.class);
        long largest = site.db.count("select id from community where slug = 'c1'");

        cheap(
                "the ids of a small community's discussions beside those of a large one",
                () -> transactions.system(() -> rows.discussionsIn(largest, 0, 500)),
                () -> transactions.system(() -> rows.discussionsIn(small, 0, 500)),
                2);
        cheap(
                "the ids of its answers",
                () -> transactions.system(() -> rows.discussionsIn(largest, 0, 500)),
                () -> transactions.system(() -> rows.postsIn(small, 0, 500)),
                2);
        assertThat(
                        plan(
                                "select id from post where community_id = %d and number > 1 and id > 0 order by id limit 500"))
                .contains("post_in_community");
        assertThat(
                        plan(
                                "select id from discussion where community_id = %d and id > 0 order by id limit 500"))
                .contains("discussion_in_community");
        assertThat(
                        plan(
                                "select id from discussion where community_id = %d order by opened_at, id limit 500"))
                .as("an export")
                .contains("discussion_in_community");
        assertThat(
                        plan(
                                "select discussion_id, bool_or(visibility = 'private') from post where community_id = %d and visibility <> 'public' group by discussion_id"))
                .as("widening")
                .contains("post_narrow");
    }

    private String plan(String sql) {
        List<String> told = site.db.rows("explain " + sql.formatted(small));
        return String.join("\n", told);
    }

    @Test
    void whoIsNamedAmongTwentyThousandIsFoundAsSoonAsAmongTen() {
        for (String typed : List.of("", "a", "c4c")) {
            cheap(
                    "naming somebody by “" + typed + "”",
                    () -> named(smallThread, typed),
                    () -> named(crowdedThread, typed),
                    typed.length() == 1 ? 40 : 5);
            cheap(
                    "writing to somebody by “" + typed + "”",
                    () -> named(smallThread, typed),
                    () -> conversations.acquaintances(ada, typed),
                    typed.length() == 1 ? 40 : 5);
        }
        assertThat(named(crowdedThread, "c4c")).isNotEmpty();
        assertThat(named(crowdedThread, "")).hasSize(8);
        assertThat(conversations.acquaintances(ada, "c4c nur")).isNotEmpty();
        assertThat(conversations.acquaintances(ada, "")).hasSize(13);
    }

    private List<Candidate> named(long discussion, String typed) {
        return pointers.people(ada, new DraftPlace.Answer(discussion, null), typed, "en", Map.of());
    }

    @Test
    void theLargestCommunitiesAreOfferedWithoutSortingAllOfThem() {
        Communities communities = site.db.site().get(Communities.class);

        cheap(
                "the largest communities of others",
                () -> site.discussions.latest(ada, null, 25),
                () -> communities.others(ada, "public-7"),
                2);

        assertThat(communities.others(ada, "public-7").stream().map(one -> one.slug()))
                .contains("public-7", "public-49");
    }

    /// The machine that tests may be busy with other things: measured by turns.
    private static void cheap(String what, Runnable measure, Runnable work, int times) {
        List<long[]> rounds =
                IntStream.range(0, ROUNDS)
                        .mapToObj(_ -> new long[] {nanos(measure), nanos(work)})
                        .toList();
        double one = median(rounds, 0);
        double other = median(rounds, 1);
        System.out.printf("cost: %s: %.2f ms, beside %.2f ms%n", what, other, one);
        assertThat(other).as(what).isLessThan(times * one + 1);
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static double median(List<long[]> rounds, int which) {
        return rounds.stream()
                        .mapToLong(round -> round[which])
                        .sorted()
                        .skip(ROUNDS / 2)
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }
}
