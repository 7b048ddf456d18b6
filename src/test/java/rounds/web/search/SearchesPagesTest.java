package rounds.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Saved searches as a browser and a program meet them.
class SearchesPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Visit reader;
    private Visit writer;

    @BeforeEach
    void aCommunityOfTwo() {
        SITE.db().empty();
        long community = SITE.community("home-care", "private");
        ada = SITE.person("ada");
        Somebody ben = SITE.person("ben");
        SITE.member(community, ada);
        SITE.member(community, ben);
        reader = SITE.as(ada);
        writer = SITE.as(ben);
    }

    @Test
    void aSearchIsKeptFromItsPageWithAllThatNarrowsIt() {
        write("Faxes at night");
        Document results =
                page("/search?q=faxes&kind=question&community=home-care&from=2026-01-01");
        String keep = results.select(".keep-search a").attr("href");

        Document form = page(keep);
        assertThat(form.select("#f-name").val()).isEqualTo("faxes");
        assertThat(form.select(".asking").text())
                .isEqualTo("faxes Community Home-care Kind Question From 2026-01-01");
        assertThat(form.select("input[name=alerts]").hasAttr("checked")).isTrue();

        assertThat(send(form.select("main form[action=/searches]").first(), "name", "Night faxes"))
                .isEqualTo(303);
        Element row = page("/searches").select("[data-search]").first();
        assertThat(row.select("h3").text()).isEqualTo("Night faxes");
        assertThat(row.select(".asking").text())
                .isEqualTo("faxes Community Home-care Kind Question From 2026-01-01");
        assertThat(page(row.select(".tools a").attr("href")).select(".hit h3").eachText())
                .containsExactly("Faxes at night");
    }

    @Test
    void aNameThatIsMissingComesBackWithTheForm() {
        var refused = reader.post("/searches", "q", "faxes", "tag", "inbox", "name", " ");

        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(refused.body());
        assertThat(form.select("#e-name").text()).isEqualTo("Give the search a name.");
        assertThat(form.select("input[name=tag]").val()).isEqualTo("inbox");
        assertThat(form.select("input[name=alerts]").hasAttr("checked")).isFalse();
    }

    @Test
    void theListSaysWhatIsNewUntilSheHasSeenIt() {
        save("Faxes", "q", "faxes");
        write("Faxes by day");
        Element row = page("/searches").select("[data-search]").first();
        assertThat(row.select(".count").text()).isEqualTo("1 new");

        String path = row.select("h3 a").attr("href");
        Document news = page(path);
        assertThat(news.select(".hit h3").eachText()).containsExactly("Faxes by day");
        assertThat(news.select(".hit h3 a").attr("href")).contains("?marks=faxes");
        assertThat(send(news.select("form[action$=/seen]").first())).isEqualTo(303);

        assertThat(
                        page("/searches").select(".count.new").stream()
                                .filter(one -> one.closest("[data-search]") != null))
                .isEmpty();
        assertThat(page(path).select(".empty").text()).contains("Nobody has written anything new");
    }

    @Test
    void aSearchIsRenamedSilencedDeletedAndBroughtBack() {
        save("Faxes", "q", "faxes", "alerts", "yes");
        String path = page("/searches").select("[data-search] h3 a").attr("href");

        assertThat(reader.post(path, "name", "Letters").statusCode()).isEqualTo(303);
        Document list = page("/searches");
        assertThat(list.select("[data-search] h3").text()).isEqualTo("Letters");
        assertThat(list.select("[data-search] .meta").text()).contains("not told");

        var refused = reader.post(path, "name", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[data-search] .error").text())
                .isEqualTo("Give the search a name.");

        assertThat(reader.post(path + "/delete").statusCode()).isEqualTo(303);
        list = page("/searches");
        assertThat(list.select("section.empty").text()).contains("You have saved no search yet");
        assertThat(reader.get(path).statusCode()).isEqualTo(404);
        assertThat(send(list.select("form[action$=/back]").first())).isEqualTo(303);
        assertThat(page("/searches").select("[data-search] h3").text()).isEqualTo("Letters");
    }

    @Test
    void anotherPersonsSearchIsNotThere() {
        save("Faxes", "q", "faxes");
        String path = page("/searches").select("[data-search] h3 a").attr("href");

        assertThat(writer.get(path).statusCode()).isEqualTo(404);
        assertThat(writer.post(path, "name", "Mine").statusCode()).isEqualTo(404);
        assertThat(writer.post(path + "/delete").statusCode()).isEqualTo(404);
        assertThat(writer.post(path + "/back").statusCode()).isEqualTo(404);
        assertThat(writer.post(path + "/seen", "until", Instant.now().toString()).statusCode())
                .isEqualTo(404);
        assertThat(Jsoup.parse(writer.get("/searches").body()).select("[data-search]")).isEmpty();
    }

    @Test
    void aProgramKeepsChangesAndDeletesThem() {
        Api api = SITE.api(ada);
        var made =
                api.post(
                        "/api/v1/searches",
                        Map.of(
                                "name",
                                "Faxes",
                                "q",
                                "faxes",
                                "facets",
                                Map.of("kind", List.of("question", "challenge")),
                                "order",
                                "newest",
                                "alerts",
                                true),
                        null);
        assertThat(made.status()).isEqualTo(201);
        String path = "/api/v1/searches/" + made.body().get("id").asText();
        assertThat(made.body().get("url").asText())
                .endsWith("/search?q=faxes&kind=question&kind=challenge&order=newest");
        write("Faxes by day");

        var list = api.get("/api/v1/searches").body();
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.get("items").get(0).get("fresh").asInt()).isEqualTo(1);

        var changed =
                api.send(
                        "PATCH",
                        path,
                        "{\"alerts\": false, \"lookedAt\": \"" + Instant.now() + "\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().get("name").asText()).isEqualTo("Faxes");
        assertThat(changed.body().get("alerts").asBoolean()).isFalse();
        assertThat(changed.body().get("fresh").asInt()).isZero();
        assertThat(api.send("PATCH", path, "{\"name\": \"\"}").status()).isEqualTo(422);
        for (String moment : List.of("-999999999-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
            assertThat(api.send("PATCH", path, "{\"lookedAt\": \"" + moment + "\"}").status())
                    .as(moment)
                    .isEqualTo(200);
        }

        assertThat(
                        api.post(
                                        "/api/v1/searches",
                                        Map.of(
                                                "name",
                                                "x",
                                                "q",
                                                "x",
                                                "facets",
                                                Map.of("colour", List.of("red"))),
                                        null)
                                .status())
                .isEqualTo(422);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.send("PATCH", path, "{\"name\": \"Back\"}").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/searches").body().get("total").asInt()).isZero();
    }

    private void save(String name, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 2, fields.length);
        all[0] = "name";
        all[1] = name;
        assertThat(reader.post("/searches", all).statusCode()).isEqualTo(303);
    }

    /// Somebody else opens a discussion, and it is waited for that it can be found.
    private void write(String title) {
        writer.post(
                "/c/home-care/discussions", "kind", "question", "title", title, "body", "Words.");
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String path = "/search?q=%22" + title.replace(' ', '+') + "%22";
        while (page(path).select(".hit").isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private Document page(String path) {
        var answer = reader.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /// Presses the button of a form, with other words in one field.
    private int send(Element form, String... other) {
        var fields = new ArrayList<String>();
        for (Element field : form.select("input[name]")) {
            boolean off = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            boolean replaced = other.length > 0 && other[0].equals(field.attr("name"));
            if (!off && !replaced && !field.attr("name").equals("csrf")) {
                fields.add(field.attr("name"));
                fields.add(field.val());
            }
        }
        fields.addAll(List.of(other));
        return reader.post(form.attr("action"), fields.toArray(String[]::new)).statusCode();
    }
}
