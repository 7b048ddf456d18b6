package rounds.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// Searching for people, and by people, as a browser meets it.
class SearchPagesTest {
    private static final Site SITE = Site.running();

    private Somebody cleo;
    private Visit reader;
    private Visit stranger;

    @BeforeEach
    void aCommunityOfThree() {
        SITE.db().empty();
        Somebody ada = SITE.person("ada");
        Somebody ben = SITE.person("ben");
        cleo = SITE.person("cleo");
        SITE.db()
                .run(
                        """
                        update person set name = 'Ada Stone', profession = 'Nurse' where handle = 'ada';
                        update person set name = 'Cleo Stone', organisation = 'Hillside' where handle = 'cleo';
                        """);
        reader = SITE.as(ben);
        reader.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        SITE.as(ada).post("/c/home-care/join");
        SITE.as(cleo).post("/c/home-care/join");
        SITE.as(ada)
                .post(
                        "/c/home-care/discussions",
                        "kind",
                        "question",
                        "title",
                        "Who reads the faxes?",
                        "body",
                        "Words.");
        stranger = SITE.as(SITE.person("eve"));
    }

    private static Document page(Visit visit, String path) {
        return Jsoup.parse(visit.get(path).body());
    }

    private static String people(Visit visit, String path) {
        return page(visit, path).select("[aria-labelledby=h-people] h3").text();
    }

    @Test
    void peopleWithWhomOneSharesACommunityStandAboveWhatIsFound() {
        assertThat(people(reader, "/search?q=stone")).isEqualTo("Ada Stone Cleo Stone");
        assertThat(people(reader, "/search?q=ston+cleo")).isEqualTo("Cleo Stone");
        assertThat(people(reader, "/search?q=nurse")).isEqualTo("Ada Stone");
        assertThat(people(reader, "/search?q=hillside")).isEqualTo("Cleo Stone");
        assertThat(page(reader, "/search?q=stone").select("#h-people ~ *, .row h3 a[href=/u/ada]"))
                .isNotEmpty();
        for (String narrowed :
                new String[] {"stone+kind:question", "stone&kind=question", "%22stone%22", ""}) {
            assertThat(people(reader, "/search?q=" + narrowed)).as(narrowed).isEmpty();
        }
    }

    @Test
    void whatSomebodyWroteIsFoundByHerNameAmongThoseWhoKnowHer() {
        assertThat(found("/search?q=stone+faxes")).contains("1");
        assertThat(page(reader, "/search?q=stone+faxes").select(".note-line").text()).isEmpty();
        assertThat(page(stranger, "/search?q=stone+faxes").select(".note-line").text())
                .isNotEmpty();
    }

    @Test
    void aHitWithWhichNewcomersBeginSaysSoAndWhy() {
        String path =
                page(reader, "/c/home-care/discussions").select("main h3 a").first().attr("href");
        assertThat(found("/search?q=faxes")).contains("1");
        assertThat(reader.get("/search?q=faxes").body()).doesNotContain("Newcomers begin here");

        reader.post("/c/home-care/start", "address", path, "why", "So that none is lost");

        assertThat(page(reader, "/search?q=faxes").select(".hit .why").text())
                .isEqualTo("Newcomers begin here: So that none is lost");
    }

    @Test
    void howManyStrangersTheWordsFitMakesNoDifference() {
        SITE.db()
                .run(
                        """
                        insert into person (id, handle, handle_shape, name, profession)
                        select n, 'other' || n, 'other' || n, 'Other', 'Nurse' from generate_series(1, 300) n
                        """);
        assertThat(people(reader, "/search?q=nurse")).isEqualTo("Ada Stone");
        assertThat(people(reader, "/search?q=ada+nurse")).isEqualTo("Ada Stone");
        assertThat(found("/search?q=faxes+by:ada")).contains("1");
    }

    @Test
    void theFormAsksForWhatTheAddressAsksFor() {
        Document form =
                page(
                        reader,
                        "/search?q=faxes&is=open&language=en&has=file&profession=Nurse&emr=Juniper&year=2026");

        for (String field : List.of("is", "language", "has")) {
            assertThat(form.select(".search-form select[name=" + field + "] [selected]"))
                    .as(field)
                    .hasSize(1);
        }
        assertThat(form.select(".search-form [name=profession]").val()).isEqualTo("Nurse");
        assertThat(form.select(".search-form [name=emr]").val()).isEqualTo("Juniper");
        assertThat(form.select(".search-form [type=hidden]").eachAttr("name"))
                .containsExactly("year");
    }

    @Test
    void whatNothingIsFoundForIsAskedInPlainWords() {
        Document none =
                page(reader, "/search?q=kind:challenge+%22zebra+quuxfish%22+-child+(one+OR+two)");

        assertThat(none.select(".empty .chips a").attr("href"))
                .endsWith("title=zebra+quuxfish+one+two");
    }

    @Test
    void hitsAreTakenAlongAsATableWithoutFormulasAndAsReferences() {
        // The second begins with an equals sign of full width, the third with a sign nobody sees.
        for (String title : List.of("=1+1 zanzibar", "\uFF1D1+1 zanzibar", "\u200B=2 zanzibar")) {
            reader.post(
                    "/c/home-care/discussions",
                    "kind",
                    "question",
                    "title",
                    title,
                    "body",
                    "Words.");
        }
        String found = "/search?q=zanzibar";
        assertThat(until(() -> page(reader, found).select("#h-found").text(), "3")).contains("3");

        String table = reader.get("/search/hits.csv?q=zanzibar").body();
        assertThat(table.lines().skip(1)).hasSize(3).allMatch(line -> line.contains(",question,'"));
        assertThat(reader.get("/search/hits.ris?q=zanzibar").body().split("TY  - ")).hasSize(4);
    }

    @Test
    void eachPostIsARowOfItsOwnWithTheAddressOfExactlyThere() throws java.io.IOException {
        String discussion =
                reader.post(
                                "/c/home-care/discussions",
                                "kind",
                                "question",
                                "title",
                                "Quaggas at home",
                                "body",
                                "Who has quaggas?")
                        .headers()
                        .firstValue("location")
                        .orElseThrow()
                        .replaceFirst("^.*?(/d/[^?#]*).*$", "$1");
        String id = discussion.replaceFirst("^/d/([^/-]*).*$", "$1");
        reader.post("/d/" + id + "/posts", "body", "Two quaggas here.");
        reader.post("/d/" + id + "/posts", "body", "A quagga, too.");
        assertThat(until(() -> page(reader, "/search?q=quagga").select("#h-found").text(), "3"))
                .contains("3");

        List<CSVRecord> rows;
        try (var table =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .get()
                        .parse(
                                new java.io.StringReader(
                                        reader.get("/search/hits.csv?q=quagga")
                                                .body()
                                                .substring(1)))) {
            rows = table.getRecords();
        }
        assertThat(rows)
                .extracting(row -> row.get("title"))
                .containsExactlyInAnyOrder(
                        "Quaggas at home", "Post 2: Quaggas at home", "Post 3: Quaggas at home");
        for (CSVRecord row : rows) {
            assertThat(row.get("in")).isEqualTo("Quaggas at home");
            assertThat(row.get("community")).isEqualTo("Home care");
            assertThat(row.get("date")).isNotBlank();
            String path = java.net.URI.create(row.get("address")).getPath();
            assertThat(reader.get(path).statusCode()).isEqualTo(200);
        }
        assertThat(rows).extracting(row -> row.get("address")).doesNotHaveDuplicates();

        String references = reader.get("/search/hits.ris?q=quagga").body();
        assertThat(references.lines().filter(line -> line.startsWith("TY  - "))).hasSize(3);
        assertThat(references.lines().filter(line -> line.equals("ER  - "))).hasSize(3);
        assertThat(references)
                .contains("TI  - Post 2: Quaggas at home\r\n", "JO  - Quaggas at home\r\n");
        assertThat(references.lines())
                .allMatch(line -> line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - .*"));
    }

    @Test
    void hitsAreNarrowedByTheProfessionAndTheRecordsOfTheirAuthors() {
        SITE.db()
                .run(
                        """
                        update person set profession = 'nurse', emr = '{Juniper, Paper}' where handle = 'cleo';
                        update person set profession = 'Family physician', emr = '{juniper}' where handle = 'ben';
                        """);
        for (String title :
                List.of("A first zebrawood", "A second zebrawood", "A third zebrawood")) {
            reader.post(
                    "/c/home-care/discussions",
                    "kind",
                    "question",
                    "title",
                    title,
                    "body",
                    "Words.");
        }
        SITE.as(cleo)
                .post(
                        "/c/home-care/discussions",
                        "kind",
                        "question",
                        "title",
                        "A fourth zebrawood",
                        "body",
                        "Words.");
        String found = "/search?q=zebrawood";
        assertThat(until(() -> page(reader, found).select("#h-found").text(), "4")).contains("4");

        assertThat(choices(found, "profession")).containsExactly("Family physician 3", "nurse 1");
        assertThat(choices(found, "emr")).containsExactly("juniper 4", "Paper 1");
        assertThat(page(reader, found + "&profession=NURSE").select(".hit h3").text())
                .isEqualTo("A fourth zebrawood");
        assertThat(page(reader, found + "&emr=juniper&emr=Paper").select(".hit")).hasSize(4);
        assertThat(page(reader, found + "&emr=Paper&profession=Family+physician").select(".hit"))
                .isEmpty();
        assertThat(SITE.visitor().get(found + "&profession=nurse").body())
                .doesNotContain("A fourth zebrawood");
        assertThat(SITE.visitor().get(found).body()).doesNotContain("f-profession");
    }

    private List<String> choices(String path, String facet) {
        return page(reader, path).select("[aria-labelledby=f-" + facet + "] li").eachText();
    }

    /// What was just written may be a moment on its way into the index.
    private String found(String path) {
        return until(() -> page(reader, path).select("#h-found").text(), "1");
    }

    private static String until(Supplier<String> asked, String wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String found = asked.get();
        while (!found.contains(wanted) && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000_000);
            found = asked.get();
        }
        return found;
    }

    @Test
    void aMergedTagFindsWhatStandsUnderItsNewName() {
        tagged("home-care", "Readings at home", "hypertension");
        reader.post("/communities", "name", "Hills", "visibility", "private", "languages", "en");
        // The made address of a private community cannot be guessed.
        SITE.db().run("update community set slug = 'hills' where name = 'Hills'");
        tagged("hills", "Readings in the hills", "hypertension");
        tagged("hills", "Heart tracing now", "htn");
        reader.post("/c/home-care/tags/h%C3%B6hn/merge", "into", "hypertension");
        reader.post("/c/home-care/tags/htn/merge", "into", "hypertension");

        // Where the other community keeps both apart, only what carries the one is found.
        assertThat(page(reader, "/search?q=tag:HTN").select(".hit h3").eachText())
                .containsExactly("Heart tracing now", "Readings at home");
        assertThat(page(reader, "/search?q=readings&tag=htn").select(".hit h3").eachText())
                .containsExactly("Readings at home");
        assertThat(page(reader, "/search?q=tag:hohn").select(".hit h3").eachText())
                .containsExactly("Readings at home");

        // Who may not read the community learns nothing of what it has merged.
        reader.post("/c/hills/tags/secret/merge", "into", "htn");
        assertThat(page(reader, "/search?q=tag:secret").select(".hit h3").eachText())
                .containsExactly("Heart tracing now");
        assertThat(page(stranger, "/search?q=tag:secret").select(".hit")).isEmpty();
    }

    private void tagged(String community, String title, String tag) {
        assertThat(
                        reader.post(
                                        "/c/" + community + "/discussions",
                                        "kind",
                                        "question",
                                        "title",
                                        title,
                                        "body",
                                        "Words.",
                                        "tags",
                                        tag)
                                .statusCode())
                .isEqualTo(303);
    }

    @Test
    void whoSharesNoCommunityFindsNobody() {
        assertThat(people(stranger, "/search?q=stone")).isEmpty();
        assertThat(people(SITE.visitor(), "/search?q=stone")).isEmpty();
        SITE.db()
                .run(
                        "update membership set until_at = now() where person_id = (select id from person where handle = 'cleo')");
        assertThat(people(reader, "/search?q=stone")).isEqualTo("Ada Stone");
    }

    @Test
    void ofSeveralWhoAreCalledSoOneCanBeChosen() {
        assertThat(found("/search?q=faxes+by:stone")).contains("1");
        Document page = page(reader, "/search?q=faxes+by:stone");
        assertThat(page.select(".say").text())
                .contains(
                        "Several people are called “stone”", "Ada Stone @ada", "Cleo Stone @cleo");
        Document chosen = page(reader, page.select(".say a").last().attr("href"));
        assertThat(chosen.select("#s-q").val()).isEqualTo("faxes by:cleo");
        assertThat(chosen.select(".say")).isEmpty();
        assertThat(chosen.select("ul.rows .hit")).isEmpty();

        Document field = page(reader, "/search?q=faxes&author=Stone");
        assertThat(
                        page(reader, field.select(".say a").first().attr("href"))
                                .select("#s-author")
                                .val())
                .isEqualTo("ada");
        assertThat(page(reader, "/search?q=faxes+by:ada+s").select("#h-found").text()).isNotEmpty();
        assertThat(page(stranger, "/search?q=by:stone").select(".say").text())
                .contains("nobody called “stone” that you know of");
    }

    @Test
    void whatIsInAnAddressMayBeAnything() {
        for (String odd :
                new String[] {"type=x", "is=x", "has=x", "is=%00", "within=x", "from=x"}) {
            assertThat(reader.get("/search?q=faxes&" + odd).statusCode())
                    .as(odd)
                    .isIn(200, 404, 422);
        }
    }

    @Test
    void aVisitorLearnsNothingOfWhoThereIs() {
        Visit visitor = SITE.visitor();
        for (String name : new String[] {"cleo", "nobody.here"}) {
            assertThat(visitor.get("/search?q=by:" + name).body())
                    .as(name)
                    .doesNotContain("There is nobody called");
        }
        assertThat(reader.get("/search?q=by:nobody.here").body())
                .contains("There is nobody called");
    }
}
