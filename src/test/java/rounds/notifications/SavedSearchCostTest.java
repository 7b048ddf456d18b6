package rounds.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.search.Search;
import rounds.search.SearchRequest;
import rounds.support.Site;
import rounds.support.Somebody;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// What it costs to look for everybody's saved searches.
@Tag("timed")
class SavedSearchCostTest {
    private static final Site SITE = Site.running();

    private static final int PEOPLE = 50;
    private static final int EACH = 20;
    private static final int TEXTS = 200;
    private static final String[] WORDS = {
        "gout",
        "insulin",
        "falls",
        "referral",
        "inbox",
        "frailty",
        "asthma",
        "sleep",
        "vaccine",
        "opioid"
    };

    /// Generous: the machine may be busy. Alone it is some milliseconds.
    private static final long MOST_MILLIS_EACH = 60;

    @Test
    void aThousandSavedSearchesAreLookedForWithinAMinute() {
        SITE.db().empty();
        long valley = SITE.community("valley", "private");
        var people = new ArrayList<Somebody>();
        for (int i = 0; i < PEOPLE; i++) {
            Somebody person = SITE.person("person" + i);
            SITE.member(valley, person);
            people.add(person);
        }
        save(people);
        write(people.getFirst());
        var alerts = SITE.bean(SearchAlerts.class);
        // Later than any site of the other tests looks: those run on the same database.
        Instant now = Instant.now().plus(Duration.ofDays(10));

        long first = measured("all of them with news", () -> alerts.alert(now));
        assertThat(
                        SITE.db()
                                .count(
                                        "select count(*) from notification where reason = 'search_found'"))
                .isEqualTo((PEOPLE - 1L) * EACH);
        SITE.db()
                .run(
                        """
                        update saved_search set due_at = now() + interval '9 days', told_until = now(), alerts_since = now();
                        insert into change_log (content_type, content_id, what, at) values ('post', 1, 'edited', clock_timestamp() + interval '1 second')
                        """);
        long second = measured("none of them", () -> alerts.alert(now.plus(Duration.ofMinutes(1))));

        // Nothing was written since: not one of them is asked.
        SITE.db().run("update saved_search set due_at = now() + interval '9 days'");
        long third = measured("nothing written", () -> alerts.alert(now.plus(Duration.ofHours(2))));

        assertThat(third).isLessThan(MOST_MILLIS_EACH * EACH);
        assertThat(first).isLessThan(MOST_MILLIS_EACH * PEOPLE * EACH);
        assertThat(second).isLessThan(MOST_MILLIS_EACH * PEOPLE * EACH);
    }

    private static void save(List<Somebody> people) {
        for (Somebody person : people) {
            for (int i = 0; i < EACH; i++) {
                SITE.db()
                        .run(
                                """
                                insert into saved_search (id, person_id, name, words, saved_at, looked_at, alerts_since, told_until, due_at)
                                values (%d, %d, 'Mine', '%s %s', now(), now(), now(), now(), now() + interval '9 days')
                                """
                                        .formatted(
                                                Ids.next(),
                                                person.id(),
                                                WORDS[i % WORDS.length],
                                                i < WORDS.length ? "" : "kind:question"));
            }
        }
    }

    private static void write(Somebody somebody) {
        var author = new Viewer.SignedIn(somebody.id(), somebody.session(), 1);
        Forum forum = SITE.bean(Forum.class);
        for (int i = 0; i < TEXTS; i++) {
            forum.open(
                    author,
                    "valley",
                    new NewDiscussion(
                            Kind.QUESTION,
                            "What of " + WORDS[i % WORDS.length] + " number " + i,
                            "What helped you?",
                            List.of(),
                            null),
                    null);
        }
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (SITE.bean(Search.class).find(author, SearchRequest.of("helped")).total() < TEXTS
                && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static long measured(String what, Runnable work) {
        var process =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        long processor = process.getProcessCpuTime();
        long begun = System.nanoTime();
        work.run();
        long millis = (System.nanoTime() - begun) / 1_000_000;
        System.out.printf(
                "saved searches: %d looked for, %s: %d ms, %d ms of this process' processor time%n",
                PEOPLE * EACH, what, millis, (process.getProcessCpuTime() - processor) / 1_000_000);
        return millis;
    }
}
