package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.Map;

/// Moving, splitting, merging and tagging as browsers and programs meet it.
class ArrangePagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Visit chair;
    private String one;
    private String two;

    @BeforeEach
    void twoDiscussions() {
        SITE.db().empty();
        ada = SITE.person("ada");
        chair = SITE.as(ada);
        community("Valley", "public");
        one = open("valley", "First matter");
        two = open("valley", "Second matter");
    }

    private void community(String name, String visibility) {
        chair.post(
                "/communities",
                "name",
                name,
                "slug",
                name.toLowerCase(java.util.Locale.ROOT),
                "visibility",
                visibility,
                "languages",
                "en");
    }

    private String open(String community, String title) {
        HttpResponse<String> opened =
                chair.post(
                        "/c/" + community + "/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        "Words.",
                        "tags",
                        "htn");
        return id(location(opened));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.body()));
    }

    private static String id(String path) {
        return path.substring(3, 16);
    }

    private void reply(String id, String words) {
        assertThat(chair.post("/d/" + id + "/posts", "body", words).statusCode()).isEqualTo(303);
    }

    @Test
    void oldAddressesOfAMergedDiscussionLandExactly() {
        reply(two, "Landing words");

        HttpResponse<String> merged =
                chair.post("/d/" + two + "/merge", "into", "http://x/d/" + one + "-first-matter");

        assertThat(location(merged)).startsWith("/d/" + one + "-first-matter?at=2#p2");
        for (Visit visit : new Visit[] {chair, SITE.visitor()}) {
            HttpResponse<String> old = visit.get("/d/" + two + "-second-matter?at=2");
            assertThat(old.statusCode()).isEqualTo(301);
            assertThat(location(old)).isEqualTo("/d/" + one + "-first-matter?at=3#p3");
            assertThat(Jsoup.parse(visit.follow(old).body()).select("#p3 .prose").text())
                    .isEqualTo("Landing words");
        }
        var goal = Jsoup.parse(chair.get("/d/" + one + "-first-matter").body());
        assertThat(goal.select("#replies .parted").text())
                .isEqualTo("From here on merged from another discussion: Second matter");
        assertThat(goal.select("#replies .parted").next().attr("id")).isEqualTo("p2");
        assertThat(SITE.api().get("/api/v1/discussions/" + two).status()).isIn(200, 301);
        assertThat(chair.get("/c/valley/log").body()).contains("merged another discussion into");
    }

    @Test
    void whatToMergeIntoIsFoundByAPartOfItsTitleOrByItsAddress() {
        community("Hidden", "private");
        open("hidden", "First inside");
        String other = open("valley", "A first thing, 100 % sure");

        var found = Jsoup.parse(chair.get("/d/" + two + "/arrange?into=FIRST").body());
        assertThat(found.select("#merge input[type=radio]").eachAttr("value"))
                .containsExactly(
                        "/d/" + other + "-a-first-thing-100-sure", "/d/" + one + "-first-matter");
        assertThat(found.select("#merge label").text())
                .contains("First matter")
                .doesNotContain("First inside", "Second");
        var none = Jsoup.parse(chair.get("/d/" + two + "/arrange?into=no%25").body());
        assertThat(none.select("#merge .empty").text()).contains("has “no%” in its title");
        var addressed =
                Jsoup.parse(chair.get("/d/" + two + "/arrange?into=/d/" + one + "?at=2").body());
        assertThat(addressed.select("#merge input[type=radio][checked]").val())
                .isEqualTo("/d/" + one + "-first-matter");

        var offers = chair.get("/d/" + two + "/mergeable?q=matter%20first").body();
        assertThat(offers).contains("First matter").doesNotContain("Second", "thing");
        var titled = Jsoup.parse(chair.get("/d/" + two + "/arrange?into=First%20matter").body());
        assertThat(titled.select("#merge input[type=radio][checked]").val())
                .isEqualTo("/d/" + one + "-first-matter");
        Visit bob = SITE.as(SITE.person("bob"));
        assertThat(bob.get("/d/" + two + "/mergeable?q=first").statusCode()).isEqualTo(403);

        var merged =
                chair.post(
                        "/d/" + two + "/merge", "into", found.select("#merge input").last().val());
        assertThat(location(merged)).startsWith("/d/" + one);
    }

    @Test
    void whoMayNotReadTheNewPlaceIsToldNothing() {
        community("Hidden", "private");
        String inside = open("hidden", "Inside");
        HttpResponse<String> moved =
                chair.post("/d/" + one + "/move", "community", "hidden", "reason", "For us.");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(303);
        chair.post("/d/" + one + "/merge", "into", "/d/" + inside);

        assertThat(chair.get("/d/" + one).statusCode()).isEqualTo(301);
        Visit visitor = SITE.visitor();
        visitor.get("/");
        HttpResponse<String> nothing = visitor.get("/d/0000000000000");
        HttpResponse<String> old = visitor.get("/d/" + one);
        assertThat(old.statusCode()).isEqualTo(404);
        assertThat(old.body().replace(one, "0000000000000").replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(nothing.body().replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void searchFindsPostsWhereTheyAreNow() {
        reply(two, "Landing words");
        chair.post("/d/" + two + "/merge", "into", "/d/" + one);
        var found = SITE.api(ada).get("/api/v1/search?q=landing").body();
        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.toString()).contains("/d/" + one).doesNotContain("/d/" + two);
        assertThat(SITE.api(ada).get("/api/v1/search?q=second").body().toString())
                .doesNotContain("Second matter");

        community("Hidden", "private");
        chair.post("/d/" + one + "/move", "community", "hidden", "reason", "For us.");
        assertThat(SITE.api(ada).get("/api/v1/search?q=landing").body().get("total").asInt())
                .isEqualTo(1);
        var outside = SITE.api().get("/api/v1/search?q=landing").body();
        assertThat(outside.get("items")).isEmpty();
        assertThat(outside.get("total").asInt()).isZero();
    }

    @Test
    void aRefusedSplitKeepsWhatWasChosen() {
        reply(one, "To be split");
        var page = Jsoup.parse(chair.get("/d/" + one + "/arrange").body());
        String post = page.select("input[name=posts]").val();

        HttpResponse<String> refused =
                chair.post("/d/" + one + "/split", "posts", post, "title", " ", "kind", "question");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("input[name=posts][checked]").val())
                .isEqualTo(post);
        HttpResponse<String> split =
                chair.post(
                        "/d/" + one + "/split",
                        "posts",
                        post,
                        "title",
                        "Apart",
                        "kind",
                        "question");
        assertThat(Jsoup.parse(chair.follow(split).body()).select("h1").text()).isEqualTo("Apart");
        assertThat(location(chair.get("/d/" + one + "-first-matter?at=2"))).endsWith("-apart");
    }

    @Test
    void whatWasSplitOffLeavesALinkInItsPlaceAndTwoLinesInTheLog() {
        reply(one, "To be split");
        String post =
                Jsoup.parse(chair.get("/d/" + one + "/arrange").body())
                        .select("input[name=posts]")
                        .val();
        chair.post("/d/" + one + "/split", "posts", post, "title", "Apart", "kind", "question");

        var left = Jsoup.parse(SITE.visitor().get("/d/" + one + "-first-matter").body());
        assertThat(left.select("#replies .parted").text()).isEqualTo("1 post moved to Apart");
        String path = left.select("#replies .parted a").attr("href");
        var apart = Jsoup.parse(SITE.visitor().get(path).body());
        assertThat(apart.select("h1").text()).isEqualTo("Apart");
        assertThat(apart.select(".parted").text()).isEqualTo("Split off from First matter");
        assertThat(apart.select(".parted a").attr("href")).isEqualTo("/d/" + one + "-first-matter");
        assertThat(Jsoup.parse(chair.get("/c/valley/log").body()).select(".log").text())
                .contains("moved a post out of the discussion First matter")
                .contains("split off the discussion Apart");
    }

    @Test
    void whoClosesIsAskedWhyAndItStandsUnderTheTitleAndInTheLog() {
        Somebody bob = SITE.person("bob");
        SITE.as(bob).post("/c/valley/join");
        HttpResponse<String> opened =
                SITE.as(bob)
                        .post(
                                "/c/valley/discussions",
                                "kind",
                                "question",
                                "title",
                                "Third matter",
                                "body",
                                "Words.");
        String three = id(location(opened));
        var page = Jsoup.parse(chair.get("/d/" + three + "-third-matter").body());
        assertThat(page.select("a[href=/d/" + three + "/closure]")).hasSize(1);
        assertThat(Jsoup.parse(chair.get("/d/" + three + "/closure").body()).select("#f-reason"))
                .isNotEmpty();
        assertThat(SITE.as(SITE.person("cleo")).get("/d/" + three + "/closure").statusCode())
                .isEqualTo(403);

        var refused = chair.post("/d/" + three + "/closure", "closed", "yes", "reason", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#e-reason").text())
                .contains("Say in a sentence why");
        String words = "Answered & done: see the library.";
        chair.post("/d/" + three + "/closure", "closed", "yes", "reason", words);

        var closed = Jsoup.parse(SITE.visitor().get("/d/" + three + "-third-matter").body());
        assertThat(closed.select(".head .meta").text()).contains("Closed: " + words);
        assertThat(Jsoup.parse(chair.get("/c/valley/log").body()).select(".log").text())
                .contains("closed the discussion Third matter by Bob " + words);
        for (Visit late : new Visit[] {chair, SITE.as(bob)}) {
            ledBack(late, late.get("/d/" + three + "/closure"));
            ledBack(late, late.post("/d/" + three + "/closure", "closed", "yes", "reason", "So."));
        }
        assertThat(SITE.as(SITE.person("dora")).get("/d/" + three + "/closure").statusCode())
                .isEqualTo(403);
        chair.post("/d/" + three + "/closure", "closed", "no");
        assertThat(chair.get("/d/" + three + "-third-matter").body())
                .doesNotContain("see the library");
    }

    private static void ledBack(Visit late, HttpResponse<String> answer) {
        assertThat(location(answer)).endsWith("-third-matter");
        assertThat(Jsoup.parse(late.follow(answer).body()).select(".notice").text())
                .contains("closed already. Nothing was changed");
    }

    @Test
    void aTagSaysHowElseItIsTypedAndTakesAnotherWay() {
        chair.post("/c/valley/tags/htn/description", "description", "High blood pressure.");
        chair.post("/c/valley/tags/htn/synonym", "synonym", "Hypertension");

        var tag = Jsoup.parse(chair.get("/c/valley/tags/htn").body());
        assertThat(tag.select("[aria-labelledby=h-synonyms] li div").text())
                .isEqualTo("hypertension");
        var list = Jsoup.parse(SITE.visitor().get("/c/valley/discussions?tag=hypertension").body());
        assertThat(list.select("main").text()).contains("Also typed as: hypertension");
        assertThat(list.select(".row")).hasSize(2);

        var refused = chair.post("/c/valley/tags/htn/synonym", "synonym", "htn");
        assertThat(refused.statusCode()).isEqualTo(422);
        var again = Jsoup.parse(refused.body());
        assertThat(again.select("#e-synonym").text()).contains("one and the same tag");
        assertThat(again.select("textarea[name=description]").text())
                .isEqualTo("High blood pressure.");
        assertThat(again.select("#e-into")).isEmpty();
    }

    @Test
    void whatIsFeaturedStandsAboveTheList() {
        chair.post("/d/" + one + "/feature", "featured", "yes");

        var home = Jsoup.parse(SITE.visitor().get("/c/valley").body());
        assertThat(home.select("ul.rows").first().text())
                .contains("First matter")
                .doesNotContain("Second");
        assertThat(home.select("ul.rows").last().text()).contains("Second").doesNotContain("First");
        assertThat(
                        SITE.api(ada)
                                .get("/api/v1/discussions/" + one)
                                .body()
                                .get("featured")
                                .asBoolean())
                .isTrue();
    }

    @Test
    void tagsAreDescribedAndMergedAndTheArchiveHasTheMonth() {
        chair.post(
                "/c/valley/tags/hypertension/description", "description", "High <b>pressure</b>.");
        var slip = chair.post("/c/valley/tags/htn/merge", "into", "hypertenshun");
        assertThat(slip.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(slip.body()).select("#e-into").text())
                .contains("no tag “hypertenshun” here");
        assertThat(chair.post("/c/valley/tags/htn/merge", "into", "hypertension").statusCode())
                .isEqualTo(303);

        var tags = Jsoup.parse(SITE.visitor().get("/c/valley/tags").body());
        assertThat(tags.select("main").text())
                .contains("hypertension")
                .contains("High <b>pressure</b>.")
                .contains("2 discussions")
                .contains("htn");
        assertThat(SITE.visitor().get("/c/valley/discussions?tag=htn").body())
                .contains("First matter")
                .contains("High &lt;b&gt;pressure");
        assertThat(chair.get("/c/valley/log").body()).contains("htn → hypertension");
        var archive = Jsoup.parse(SITE.visitor().get("/c/valley/discussions/archive").body());
        String month = archive.select("main .plainlist a").attr("href");
        assertThat(SITE.visitor().get(month).body()).contains("First matter");
    }

    @Test
    void programsDoTheSame() {
        reply(one, "To be split");
        var api = SITE.api(ada);
        String post =
                api.get("/api/v1/discussions/" + one + "/posts")
                        .body()
                        .get("items")
                        .get(1)
                        .get("id")
                        .asText();
        var split =
                api.post(
                        "/api/v1/discussions/" + one + "/split",
                        Map.of("posts", new String[] {post}, "kind", "success", "title", "Apart"),
                        null);
        assertThat(split.status()).as("%s", split.body()).isEqualTo(201);
        String apart = split.body().get("id").asText();
        assertThat(
                        api.post(
                                        "/api/v1/discussions/" + apart + "/merge",
                                        Map.of("into", two),
                                        null)
                                .status())
                .isEqualTo(200);
        community("Hidden", "private");
        assertThat(
                        api.post(
                                        "/api/v1/discussions/" + two + "/move",
                                        Map.of("community", "hidden", "reason", "For us."),
                                        null)
                                .body()
                                .get("community")
                                .asText())
                .isEqualTo("hidden");
        assertThat(SITE.api().get("/api/v1/discussions/" + two).status()).isEqualTo(404);
        assertThat(SITE.api().get("/api/v1/discussions/" + apart).status()).isEqualTo(404);
        assertThat(
                        api.send(
                                        "PUT",
                                        "/api/v1/communities/valley/tags/htn",
                                        "{\"description\":\"Pressure\"}")
                                .status())
                .isEqualTo(204);
        assertThat(
                        SITE.api()
                                .get("/api/v1/communities/valley/tags?starts=ht")
                                .body()
                                .get("items")
                                .get(0)
                                .get("description")
                                .asText())
                .isEqualTo("Pressure");
        assertThat(api.send("PUT", "/api/v1/me/feed-key", "{}").status()).isIn(200, 400);
        Somebody bob = SITE.person("bob");
        assertThat(
                        SITE.api(bob)
                                .post(
                                        "/api/v1/discussions/" + one + "/merge",
                                        Map.of("into", apart),
                                        null)
                                .status())
                .isEqualTo(403);
    }
}
