package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.platform.database.Ids;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/// Collections over HTTP, as a browser without script and as a program see them.
class CollectionPagesTest {
    private static final Site SITE = Site.running();
    private static final String LIBRARY = "/c/valley/library";

    private Somebody ada;
    private Somebody mod;
    private Somebody eve;

    @BeforeEach
    void people() {
        SITE.db().empty();
        ada = SITE.person("ada");
        mod = SITE.person("mod");
        eve = SITE.person("eve");
        long valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, mod, "moderator");
    }

    @Test
    void aCuratorMakesOneFillsItAndOrdersItWithoutScript() {
        List<String> resources =
                List.of(shared("First steps"), shared("Second steps"), shared("Third"));
        Visit curator = SITE.as(mod);
        assertThat(curator.get(LIBRARY).body()).contains("There is no collection yet");
        assertThat(SITE.as(ada).get(LIBRARY).body()).doesNotContain("There is no collection yet");

        HttpResponse<String> made =
                curator.post(
                        LIBRARY + "/collections", "title", "Visits", "description", "For *all*");
        String arrange = location(made);
        assertThat(arrange).startsWith(LIBRARY + "/collections/").endsWith("/arrange");
        String acts = arrange.substring(0, arrange.length() - "arrange".length());
        assertThat(curator.get(arrange + "?find=steps").body())
                .contains("First steps", "Second steps")
                .doesNotContain("Third");
        for (String resource : resources) {
            curator.post(acts + "entries", "item", resource);
        }

        HttpResponse<String> moved =
                curator.post(acts + "order", "item", resources.get(2), "to", "up", "seen", "3");
        String page = curator.follow(moved).body();

        assertThat(page).contains("“Third” now stands at 2 of 3.").doesNotContain("Somebody else");
        assertThat(page).containsOnlyOnce("autofocus");
        assertThat(page.substring(page.indexOf("autofocus")))
                .as("the button that was pressed")
                .startsWith("autofocus>Up<span class=\"sr\"> Third</span>");
        String read =
                SITE.as(ada)
                        .get(
                                SITE.as(ada)
                                        .follow(SITE.as(ada).get(acts.replaceFirst("/$", "")))
                                        .uri()
                                        .getPath())
                        .body();
        assertThat(read).contains("<em>all</em>", "3 resources").doesNotContain("Arrange");
        assertThat(read.indexOf(">Third<"))
                .isBetween(read.indexOf(">First steps<"), read.indexOf(">Second steps<"));
        assertThat(SITE.as(ada).get(LIBRARY).body()).contains("Visits", "For all", "3 resources");
        assertThat(SITE.as(ada).get("/r/" + resources.get(0)).headers().firstValue("Location"))
                .isPresent();
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + resources.get(0))).body())
                .contains("In collections", ">Visits</a>");
    }

    @Test
    void aKeyPressedTwiceIsNobodyElsesDeed() {
        String acts = collection("Visits", shared("One"), shared("Two"), shared("Three"));
        String three = Ids.text(SITE.db().count("select id from resource where title = 'Three'"));
        Visit curator = SITE.as(mod);
        curator.post(acts + "order", "item", three, "to", "up", "seen", "3");

        String page =
                curator.follow(curator.post(acts + "order", "item", three, "to", "up", "seen", "3"))
                        .body();

        assertThat(page).contains("“Three” now stands at 1 of 3.").doesNotContain("Somebody else");
    }

    @Test
    void whoPutsSeveralInGoesOnAtWhatElseWasFoundAndTheEndsLookLikeEnds() {
        String one = shared("Guide one");
        String two = shared("Guide two");
        String acts = collection("Visits");
        Visit curator = SITE.as(mod);
        assertThat(
                        Jsoup.parse(curator.get(acts + "arrange").body())
                                .select("[autofocus]")
                                .attr("id"))
                .as("of an empty one: what belongs into it")
                .isEqualTo("f-find");
        Document found = Jsoup.parse(curator.get(acts + "arrange?find=guide").body());
        assertThat(found.select(".found button")).hasSize(2);
        assertThat(found.select("[autofocus]").eachText())
                .as("whoever looked for something goes on at what was found")
                .containsExactly("Put it in Guide two");
        assertThat(
                        Jsoup.parse(curator.get(acts + "arrange?find=nowhere").body())
                                .select("[autofocus]")
                                .eachAttr("value"))
                .as("at her words, where nothing was")
                .containsExactly("nowhere");

        HttpResponse<String> put =
                curator.post(acts + "entries", "item", one, "find", "guide", "next", two);
        Document after = Jsoup.parse(curator.follow(put).body());

        assertThat(after.select(".found [autofocus]").text()).isEqualTo("Put it in Guide two");
        assertThat(after.select("[autofocus]")).hasSize(1);
        curator.post(acts + "entries", "item", two);
        Document both = Jsoup.parse(curator.get(acts + "arrange").body());
        assertThat(both.select("[aria-disabled=true]").eachText())
                .containsExactly("Up Guide one", "Down Guide two");
    }

    @Test
    void whoTakesSeveralOutGoesOnAtTheNextOne() {
        String one = shared("One");
        String two = shared("Two");
        String acts = collection("Visits", one, two);
        Visit curator = SITE.as(mod);

        Document page =
                Jsoup.parse(
                        curator.follow(curator.post(acts + "removal", "item", one, "next", two))
                                .body());

        assertThat(page.select("[autofocus]").eachText()).containsExactly("Take out Two");
        Document empty =
                Jsoup.parse(
                        curator.follow(curator.post(acts + "removal", "item", two, "next", two))
                                .body());
        assertThat(empty.select("[autofocus]").eachAttr("id")).containsExactly("f-find");
    }

    @Test
    void twoWhoArrangeAtOnceAreTold() {
        String one = shared("One");
        String two = shared("Two");
        String acts = collection("Visits", one, two);
        Visit curator = SITE.as(mod);
        Somebody other = SITE.person("other");
        SITE.member(
                SITE.db().count("select id from community where slug = 'valley'"),
                other,
                "moderator");
        SITE.as(other).post(acts + "order", "item", two, "to", "up", "seen", "2");

        String page =
                curator.follow(
                                curator.post(
                                        acts + "order",
                                        "item",
                                        one,
                                        "to",
                                        "before",
                                        "beside",
                                        two,
                                        "seen",
                                        "2"))
                        .body();
        assertThat(page).contains("“One” now stands at 1 of 2.", "Somebody else has changed");

        curator.post(acts + "removal", "item", two);
        HttpResponse<String> conflict =
                curator.post(acts + "order", "item", one, "to", "after", "beside", two);
        assertThat(conflict.statusCode()).isEqualTo(409);
        assertThat(conflict.body())
                .contains("Somebody else has moved or taken away", "id=\"arranged\"", ">One</a>");
    }

    @Test
    void aResourceIsPutIntoCollectionsOnItsOwnPage() {
        String one = shared("One");
        String acts = collection("Visits");
        String id = acts.replaceAll(".*/([^/]+)/$", "$1");
        Visit curator = SITE.as(mod);
        assertThat(curator.follow(curator.get("/r/" + one)).body())
                .contains("In which collections does it stand?");

        curator.post("/r/" + one + "/collections", "offered", id, "in", id);
        assertThat(SITE.db().count("select count(*) from collection_entry")).isEqualTo(1);
        curator.post("/r/" + one + "/collections", "offered", id);
        assertThat(SITE.db().count("select count(*) from collection_entry")).isZero();
        assertThat(SITE.as(ada).post("/r/" + one + "/collections", "offered", id).statusCode())
                .isEqualTo(403);
        assertThat(SITE.as(ada).follow(SITE.as(ada).get("/r/" + one)).body())
                .doesNotContain("In which collections does it stand?");
    }

    @Test
    void whatIsEnteredWronglyComesBack() {
        HttpResponse<String> refused =
                SITE.as(mod)
                        .post(LIBRARY + "/collections", "title", " ", "description", "Kept words");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Kept words", "id=\"e-title\"");
    }

    @Test
    void forOthersNothingOfItIsThere() {
        String acts = collection("Visits", shared("One"));
        String path = acts.replaceFirst("/$", "");
        String missing = LIBRARY + "/collections/" + Ids.text(Ids.next());
        for (String verb : List.of("", "/edit", "/arrange")) {
            assertThat(SITE.as(eve).get(path + verb).statusCode()).as(verb).isEqualTo(404);
            assertThat(SITE.as(ada).get(missing + verb).statusCode())
                    .as(verb)
                    .isEqualTo(verb.isEmpty() ? 404 : 403);
        }
        String id = path.substring(path.lastIndexOf('/') + 1);
        for (String end : List.of("", "/resources")) {
            assertThat(SITE.api(eve).get("/api/v1/collections/" + id + end).status())
                    .isEqualTo(404);
            assertThat(SITE.api(ada).get("/api/v1/collections/" + id + end).status())
                    .isEqualTo(200);
        }
        assertThat(SITE.as(ada).get(path + "/arrange").statusCode()).isEqualTo(403);
        assertThat(SITE.as(ada).post(path + "/delete").statusCode()).isEqualTo(403);
    }

    @Test
    void aProgramMakesThemFillsThemAndOrdersThem() {
        String one = shared("One");
        String two = shared("Two");
        var api = SITE.api(mod);
        var made =
                api.post("/api/v1/communities/valley/collections", Map.of("title", "Visits"), null);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        String path = "/api/v1/collections/" + made.body().get("id").asText();

        assertThat(api.send("PUT", path + "/resources/" + one, "{}").status()).isEqualTo(204);
        assertThat(
                        api.send("PUT", path + "/resources/" + two, "{\"before\":\"" + one + "\"}")
                                .status())
                .isEqualTo(204);
        assertThat(SITE.api(ada).get(path + "/resources").body().get("items"))
                .extracting(item -> item.get("title").asText())
                .containsExactly("Two", "One");
        assertThat(api.send("PATCH", path, "{\"description\":\"Words\"}").status()).isEqualTo(200);
        assertThat(SITE.api(ada).send("PATCH", path, "{\"title\":\"Mine\"}").status())
                .isEqualTo(403);
        var all = SITE.api(ada).get("/api/v1/communities/valley/collections").body().get("items");
        assertThat(all.get(0).get("title").asText()).isEqualTo("Visits");
        assertThat(all.get(0).get("resources").asInt()).isEqualTo(2);
        assertThat(all.get(0).get("description").asText()).isEqualTo("Words");
        assertThat(api.delete(path + "/resources/" + one).status()).isEqualTo(204);
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(SITE.api(ada).get(path).status()).isEqualTo(404);
    }

    /// @return where its acts lie
    private String collection(String title, String... resources) {
        Visit curator = SITE.as(mod);
        String arrange = location(curator.post(LIBRARY + "/collections", "title", title));
        String acts = arrange.substring(0, arrange.length() - "arrange".length());
        for (String resource : resources) {
            curator.post(acts + "entries", "item", resource);
        }
        return acts;
    }

    private String shared(String title) {
        var answer =
                SITE.api(ada)
                        .post(
                                "/api/v1/communities/valley/resources",
                                Map.of("title", title, "kind", "tool", "body", "Words"),
                                null);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().get("id").asText();
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
