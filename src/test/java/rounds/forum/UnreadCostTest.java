package rounds.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.support.Statements;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// What is new to somebody costs the same whether it is a little or very much.
@Tag("timed")
class UnreadCostTest {
    private static final int COMMUNITIES = 50;
    private static final int POSTS_EACH = 10;
    private static final int ROUNDS = 40;

    private final ForumSite site = ForumSite.emptied();
    private final Reading reading = site.db.site().get(Reading.class);

    @Test
    void aHundredThousandUnreadPostsCostWhatAThousandCost() {
        Viewer.SignedIn little = memberOfFifty("little", 1_000);
        Viewer.SignedIn much = memberOfFifty("much", 100_000);
        site.db.run("analyze");

        assertThat(Statements.of(() -> reading.counts(much))).hasSize(1);
        assertThat(Statements.of(() -> reading.unread(much, null, null, null, 25))).hasSize(1);
        assertThat(Statements.of(() -> site.discussions.latest(much, null, 25))).hasSize(1);
        assertThat(reading.unread(much, null, null, null, 25).items()).hasSize(25);
        assertThat(reading.counts(much).counts())
                .allSatisfy(count -> assertThat(count.number()).isBetween(1, Unread.MOST + 1));

        same("unread", little, much, viewer -> reading.unread(viewer, null, null, null, 25));
        same("latest", little, much, viewer -> site.discussions.latest(viewer, null, 25));
        same("mine", little, much, viewer -> site.discussions.mine(viewer, null, 25));
        System.out.printf(
                "cost: counts of 100,000 unread posts, once a minute, %.2f ms%n",
                median(
                        IntStream.range(0, ROUNDS)
                                .mapToObj(_ -> nanos(much, reading::counts))
                                .toList()));
        same("counts for every page", little, much, reading::countsLately);
    }

    /// The same person's share of a site with more and with fewer discussions: half of them she has
    /// opened and read in part.
    private Viewer.SignedIn memberOfFifty(String handle, int posts) {
        Viewer.SignedIn person = site.person(handle);
        int discussions = posts / COMMUNITIES / POSTS_EACH;
        for (int i = 0; i < COMMUNITIES; i++) {
            long community = site.community(handle + "-" + i, "private");
            site.role(person, community, "member");
            site.db.run(
                    """
                    insert into discussion (id, community_id, kind, title, language, visibility, state, opened_by, opened_at,
                                            last_at, last_by, last_number, posts)
                    select %1$d + n, %1$d, case n %% 2 when 0 then 'challenge' else 'success' end, 'Title ' || n, 'en', 'private',
                           'visible', %2$d, now(), now() + n * interval '1 second', %2$d, %3$d, %3$d
                    from generate_series(1, %4$d) n;
                    insert into post (id, discussion_id, community_id, number, path, depth, author_id, body, html, html_version,
                                      language, visibility, state, posted_at)
                    select %1$d + n * 100 + 1000000 + m, %1$d + n, %1$d, m,
                           case m when 1 then '' else '0000001' end || lpad(to_hex(m), 7, '0'), (m > 1)::int, %2$d,
                           'Words', '<p>Words</p>', 1, 'en', 'private', 'visible', now()
                    from generate_series(1, %4$d) n, generate_series(1, %3$d) m;
                    insert into reading_place (person_id, discussion_id, community_id, seen, posts_read, at)
                    select %2$d, %1$d + n, %1$d, '{[1,4)}', 3, now() from generate_series(1, %4$d, 2) n;
                    """
                            .formatted(community, person.personId(), POSTS_EACH, discussions));
        }
        return person;
    }

    /// Measured by turns, so that a busy moment touches both. The goal is 1.3 times; the machine
    /// that tests may be busy with other things.
    private static void same(
            String what,
            Viewer.SignedIn little,
            Viewer.SignedIn much,
            Consumer<Viewer.SignedIn> work) {
        var ofLittle = new ArrayList<Long>();
        var ofMuch = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            ofLittle.add(nanos(little, work));
            ofMuch.add(nanos(much, work));
        }
        double times = median(ofMuch) / median(ofLittle);
        System.out.printf(
                "cost: %s of 1,000 unread posts %.2f ms, of 100,000 %.2f ms: %.2f times%n",
                what, median(ofLittle), median(ofMuch), times);
        assertThat(times).as(what).isLessThan(2);
    }

    private static long nanos(Viewer.SignedIn viewer, Consumer<Viewer.SignedIn> work) {
        long start = System.nanoTime();
        work.accept(viewer);
        return System.nanoTime() - start;
    }

    private static double median(List<Long> nanos) {
        return nanos.stream().sorted().skip(ROUNDS / 2).findFirst().orElseThrow() / 1e6;
    }
}
