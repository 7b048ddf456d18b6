package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.library.Readings;
import rounds.support.Homes;
import rounds.support.Site;
import rounds.support.Somebody;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// What members of the sample community would type weeks later, half remembering, and what they
/// were after. Questions that fail for good reasons stay in the list.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuestionsTest {
    private static final int FIRST = 3;
    private static final double LEAST = 0.9;

    private Site site = Site.running();
    private Viewer.SignedIn reader = new Viewer.SignedIn(0, 0, 0);

    /// @param wanted where the answer stands: `d5`, or `r5 page 7`; any of several
    private record Asking(String question, String kind, List<String> wanted) {

        static Asking of(CSVRecord row) {
            return new Asking(
                    row.get("question"), row.get("kind"), List.of(row.get("wanted").split(" or ")));
        }

        boolean answeredBy(List<String> found) {
            return found.stream()
                    .anyMatch(place ->
                            wanted.contains(place)
                                    || wanted.contains(place.replaceFirst(" page .*", "")));
        }
    }

    @BeforeAll
    void theSampleAndWhoReadsItAll() throws IOException {
        IOUtils.rm(Homes.of("questions"));
        site.db().empty();
        site = Site.start("questions", Map.of("rounds.sample", "true"));
        Somebody somebody = site.person("reader");
        reader = new Viewer.SignedIn(somebody.id(), somebody.session(), 1);
        for (String id : site.db().rows("select id from community where form = 'community'")) {
            site.member(Long.parseLong(id), somebody);
        }
        Readings.readAll(site);
        // The index takes changes in their order: when it has the last it has all before.
        site.member(site.community("later", "private"), somebody);
        site.bean(Forum.class)
                .open(
                        reader,
                        "later",
                        new NewDiscussion(Kind.DISCUSSION, "Xyzzy", "Xyzzy", List.of(), "en"),
                        null);
        eventually(() -> !found("xyzzy").isEmpty());
    }

    @AfterAll
    void close() {
        site.close();
    }

    private static void eventually(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!holds.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void whatMembersHalfRememberStandsAmongTheFirstThree() throws IOException {
        List<Asking> all = questions();
        var asked = new TreeMap<String, Integer>();
        var answered = new TreeMap<String, Integer>();
        var misses = new ArrayList<String>();
        int atOnce = 0;
        for (Asking asking : all) {
            List<String> found = found(asking.question());
            asked.merge(asking.kind(), 1, Integer::sum);
            if (asking.answeredBy(found)) {
                answered.merge(asking.kind(), 1, Integer::sum);
                atOnce += asking.answeredBy(found.subList(0, 1)) ? 1 : 0;
            } else {
                misses.add(asking.question() + " → " + found + " and not " + asking.wanted());
            }
        }
        double share = 1 - (double) misses.size() / all.size();
        misses.forEach(System.out::println);
        System.out.printf(
                "questions: %.3f of %d among the first %d, %.3f first; %s of %s%n",
                share, all.size(), FIRST, (double) atOnce / all.size(), answered, asked);
        assertThat(all).hasSize(200);
        assertThat(share).as(() -> String.join("\n", misses)).isGreaterThanOrEqualTo(LEAST);
    }

    private List<String> found(String question) {
        return site
                .bean(Search.class)
                .find(
                        reader,
                        SearchRequest.of(question)
                                .with(Set.of(SearchRequest.Extra.GROUPS))
                                .limit(FIRST))
                .hits()
                .stream()
                .map(hit -> place(hit.excerpt()))
                .toList();
    }

    /// What a hit is of, by its name in the sample.
    private static String place(Excerpt excerpt) {
        String of =
                Objects.requireNonNullElse(excerpt.groupSourceId(), excerpt.title())
                        .replaceFirst("^sample:", "");
        return excerpt.content().type() == ContentType.PAGE ? of + " page " + excerpt.number() : of;
    }

    private static List<Asking> questions() throws IOException {
        try (InputStream file =
                        Objects.requireNonNull(
                                QuestionsTest.class.getResourceAsStream("questions.csv"));
                CSVParser rows =
                        CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get()
                                .parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream().map(Asking::of).toList();
        }
    }
}
