package rounds.web.forum;

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

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Writing as a browser without scripts meets it, and what the scripts and programs ask for.
class WritingPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Somebody bob;
    private Visit author;
    private Visit other;
    private String id;

    @BeforeEach
    void open() {
        SITE.db().empty();
        ada = SITE.person("ada");
        bob = SITE.person("bob");
        author = SITE.as(ada);
        other = SITE.as(bob);
        author.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        other.post("/c/home-care/join");
        String opened =
                author.post(
                                "/c/home-care/discussions",
                                "kind",
                                "challenge",
                                "title",
                                "Whose list is it?",
                                "body",
                                "Three lists, one patient.")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow();
        id = opened.replaceFirst(".*/d/(.{13}).*", "$1");
    }

    @Test
    void aDraftIsSavedWithoutScriptsListedAndGoneOnWith() {
        Document kept = send(author, page(author, reply()), "keep", "body", "Half a thought");
        assertThat(kept.select(".draft-state").text()).contains("Draft saved");

        Document list = page(author, "/drafts");
        assertThat(list.select(".drafts .row").text())
                .contains("Whose list is it?", "Half a thought", "Home care");
        Document again = page(author, list.select(".drafts .button").attr("href"));
        assertThat(words(again)).isEqualTo("Half a thought");
        assertThat(words(page(author, "/d/" + id))).isEqualTo("Half a thought");

        String away = list.select(".drafts form").attr("action");
        Document asked = Jsoup.parse(author.post(away).body());
        assertThat(asked.select("h1").text()).isEqualTo("Throw this draft away?");
        assertThat(asked.select(".answered").text())
                .contains(list.select(".drafts .row p").first().text());
        assertThat(asked.select("a.button").attr("href"))
                .isEqualTo(list.select(".drafts .button").attr("href"));
        assertThat(page(author, "/drafts").select(".drafts .row")).hasSize(1);
        author.post(away, "sure", asked.select("button[name=sure]").val());
        assertThat(page(author, "/drafts").select(".drafts .row")).isEmpty();
        assertThat(words(page(author, reply()))).isEmpty();
    }

    @Test
    void postingTakesTheDraftAway() {
        Document kept = send(author, page(author, reply()), "keep", "body", "A whole thought");

        HttpResponse<String> posted = answer(author, kept, "send", "body", "A whole thought");

        assertThat(posted.statusCode()).isEqualTo(303);
        assertThat(page(author, "/drafts").select(".drafts .row")).isEmpty();
    }

    @Test
    void twoWindowsThatSaveTheSameDraftAreBothShown() {
        Document first = page(author, reply());
        Document second = page(author, reply());
        send(author, first, "keep", "body", "From the ward");

        Document late = send(author, second, "keep", "body", "From the office");

        assertThat(late.select(".other-version:not([hidden]) .other-words").text())
                .isEqualTo("From the ward");
        assertThat(words(late)).isEqualTo("From the office");
        assertThat(words(page(author, reply()))).isEqualTo("From the ward");
        send(author, late, "keep", "body", "From both");
        assertThat(words(page(author, reply()))).isEqualTo("From both");
    }

    @Test
    void whoWasAnsweredMeanwhileReadsItFirstAndPostsWithTheSecondPress() {
        Document form = page(author, "/d/" + id);
        other.post("/d/" + id + "/posts", "body", "Ask the nurse.");

        HttpResponse<String> shown = answer(author, form, "send", "body", "Ask the clerk.");
        assertThat(shown.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(shown.body());
        assertThat(page.select(".meanwhile").text())
                .contains("1 person answered", "Ask the nurse.");
        assertThat(words(page)).isEqualTo("Ask the clerk.");

        assertThat(answer(author, page, "send", "body", "Ask the clerk.").statusCode())
                .isEqualTo(303);
        assertThat(page(author, "/d/" + id).select(".thread .post")).hasSize(2);
    }

    @Test
    void whoFillsInATimePlansWhateverButtonShePresses() {
        Document form = page(author, "/c/home-care/discussions/new?plan=yes");
        assertThat(form.select("details.plan-later").hasAttr("open")).isTrue();
        assertThat(page(author, "/c/home-care/discussions/new").select("details.plan-later[open]"))
                .isEmpty();
        long before = SITE.db().count("select count(*) from discussion");

        HttpResponse<String> sent =
                author.post(
                        "/c/home-care/discussions",
                        "kind",
                        "announcement",
                        "title",
                        "For next winter",
                        "body",
                        "Order in time.",
                        "publish-at",
                        Instant.now().plus(Duration.ofDays(40)).toString().substring(0, 16));

        assertThat(sent.headers().firstValue("Location").orElseThrow()).contains("/planned/");
        assertThat(SITE.db().count("select count(*) from discussion")).isEqualTo(before);
        assertThat(
                        author.post(
                                        "/c/home-care/discussions",
                                        "kind",
                                        "announcement",
                                        "title",
                                        "For last winter",
                                        "body",
                                        "Too late.",
                                        "publish-at",
                                        "2020-01-01T08:00")
                                .body())
                .contains("This time has passed");
    }

    @Test
    void aDraftOfADiscussionThatWasClosedSaysSoBeforeItIsSent() {
        send(other, page(other, reply()), "keep", "body", "Half a thought");
        assertThat(page(other, "/drafts").select("main").text()).doesNotContain("closed");

        author.post("/d/" + id + "/closure", "closed", "yes", "reason", "Answered.");

        assertThat(page(other, "/drafts").select(".drafts .row").text())
                .contains("This discussion has been closed");
        Element told = page(other, reply()).select("main .say.warn").first();
        assertThat(told.text())
                .contains("a reply can no longer be posted there")
                .contains("Answered.")
                .contains("start a discussion of your own");
        assertThat(told.select("a").eachAttr("href"))
                .anyMatch("/c/home-care/discussions/new"::equals)
                .anyMatch(href -> href.startsWith("/d/" + id));
        assertThat(page(other, reply()).select("textarea[name=body]").text())
                .isEqualTo("Half a thought");
    }

    @Test
    void linksInADraftAreReadAsTitlesWhereDraftsAreListed() {
        String link = "[[d:" + id + "]]";
        send(
                other,
                page(other, reply()),
                "keep",
                "body",
                "As in " + link + ", and [[d:" + id + "|over there]]. " + "x".repeat(125) + link);

        String listed = page(other, "/drafts").select(".drafts .row p").first().text();

        assertThat(listed).startsWith("As in Whose list is it?, and over there. xxx");
        assertThat(listed).doesNotContain("[[").endsWith("…");
    }

    @Test
    void anotherWindowIsToldWhatThereIsNow() {
        String place = "/drafts/at?place=answer." + id;
        assertThat(other.get(place).statusCode()).isEqualTo(204);
        send(other, page(other, reply()), "keep", "body", "Half a thought");

        assertThat(other.get(place).body()).contains("Half a thought");
        assertThat(author.get(place).statusCode()).as("hers alone").isEqualTo(204);
        assertThat(other.get("/drafts/at?place=nowhere").statusCode()).isEqualTo(404);
    }

    @Test
    void anOutlineStandsBelowWhatIsWrittenAlready() {
        Document form = page(author, "/c/home-care/discussions/new?kind=success");
        String outline = form.select(".of-success button").attr("value");
        assertThat(outline).contains("What changed");

        Document filled =
                send(author, form, "outline=" + outline, "body", "First words", "title", "A title");

        assertThat(filled.select("textarea[name=body]").first().wholeText())
                .startsWith("First words\n\n**What changed**");
        assertThat(filled.select("input[name=title]").val()).isEqualTo("A title");
    }

    @Test
    void theLanguageIsToldShownAndCorrected() {
        Document shown =
                send(
                        author,
                        page(author, reply()),
                        "preview",
                        "body",
                        "Nous avons les deux listes et c’est trop.");
        assertThat(shown.select("select[name=language] option").first().text())
                .contains("Français");

        answer(author, shown, "send", "body", "Burnout burnout.", "language", "fr");

        assertThat(page(other, "/d/" + id).select("#p2").attr("lang")).isEqualTo("fr");
    }

    @Test
    void aWholePostIsQuotedWithItsPlaceAndVersion() {
        other.post("/d/" + id + "/posts", "body", "One.\n\nTwo *three*.");
        String post =
                page(author, "/d/" + id)
                        .select("#p2 header a[href^=/p/]")
                        .attr("href")
                        .substring(3);

        Document form = page(author, "/d/" + id + "/reply?to=" + post + "&quote=all");

        assertThat(form.select("textarea[name=body]").first().wholeText())
                .isEqualTo(
                        "> One.\n> \n> Two *three*.\n>\n> — [Bob, 2](/p/"
                                + post
                                + "?revision=1)\n\n");
    }

    @Test
    void aQuoteOfWordsThatChangedSinceLeadsToWhatChanged() {
        other.post("/d/" + id + "/posts", "body", "First words.");
        String post = page(other, "/d/" + id).select("#p2 header a[href^=/p/]").attr("href");
        other.post(post + "/edit", "revision", "1", "body", "Second words.");

        assertThat(to(author.get(post + "?revision=1"))).endsWith("/revisions?revision=2");
        assertThat(to(author.get(post + "?revision=2"))).endsWith("#p2");
    }

    @Test
    void programsKeepDraftsAndOverwriteNothingUnseen() {
        Api api = SITE.api(ada);
        Api.Answer begun =
                api.post("/api/v1/drafts", Map.of("place", "answer." + id, "body", "One"), null);
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(201);
        String draft = "/api/v1/drafts/" + begun.body().get("id").asText();

        assertThat(SITE.api(bob).get(draft).status()).isEqualTo(404);
        assertThat(api.get("/api/v1/drafts").body().get("items")).hasSize(1);
        assertThat(
                        api.post(
                                        "/api/v1/drafts",
                                        Map.of("place", "answer." + id, "body", "Two"),
                                        null)
                                .status())
                .isEqualTo(409);
        api.post(
                "/api/v1/discussions/" + id + "/posts",
                Map.of(
                        "body",
                        "One",
                        "draft",
                        Map.of("id", begun.body().get("id").asText(), "revision", 1)),
                null);
        assertThat(api.get(draft).status()).isEqualTo(404);
    }

    @Test
    void wordsForADiscussionThatWasMergedStandInTheBoxOfWhereTheyGoAndArePostedThere() {
        Document form = page(other, "/d/" + id);
        send(other, page(other, reply()), "keep", "body", "Half a thought");
        String opening = only("select id_text(id) from post where number = 1");
        String goal = open("One list for all");
        merge(goal);

        HttpResponse<String> shown = answer(other, form, "send", "body", "A whole thought");
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(422);
        Document page = Jsoup.parse(shown.body());
        assertThat(page.select("main .say.warn[role=alert]").text())
                .contains(
                        "This discussion has gone into “One list for all”: your reply goes there.");
        assertThat(words(page)).isEqualTo("A whole thought");
        assertThat(page.select(".other-version:not([hidden]) .other-words").text())
                .as("what this window never had")
                .isEqualTo("Half a thought");
        assertThat(page.select("form.writing").attr("action")).isEqualTo("/d/" + goal + "/posts");

        HttpResponse<String> posted = answer(other, page, "send", "body", "A whole thought");
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(303);
        assertThat(to(posted)).startsWith("/d/" + goal).endsWith("#p3");
        assertThat(
                        only(
                                "select id_text(parent_id) from post where number = 3"
                                        + " and body = 'A whole thought'"))
                .isEqualTo(opening);
        assertThat(page(other, "/drafts").select(".drafts .row")).isEmpty();
    }

    @Test
    void anAddressForAnsweringLeadsToWhereThatIsAnsweredNow() {
        other.post("/d/" + id + "/posts", "body", "Another matter altogether.");
        String apart = only("select id_text(id) from post where number = 2");
        Document form = page(author, reply() + "?to=" + apart);
        String made = split(apart);

        assertThat(to(author.get(reply() + "?to=" + apart))).isEqualTo("/d/" + made + "/reply");
        assertThat(author.get(reply()).statusCode()).isEqualTo(200);
        HttpResponse<String> shown = answer(author, form, "send", "body", "To that.");
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(422);
        Document page = Jsoup.parse(shown.body());
        assertThat(page.select("main .say.warn[role=alert]").text())
                .contains("The post you answer stands in “Set apart” now");
        assertThat(to(answer(author, page, "send", "body", "To that.")))
                .startsWith("/d/" + made)
                .endsWith("#p2");

        String opening =
                only(
                        "select id_text(p.id) from post p join discussion d on d.id = p.discussion_id"
                                + " where p.number = 1 and d.title like 'Whose%'");
        String goal = open("One list for all");
        merge(goal);
        assertThat(to(author.get(reply()))).isEqualTo("/d/" + goal + "/reply?to=" + opening);
        assertThat(to(author.get(reply() + "?to=" + opening + "&quote=all")))
                .isEqualTo("/d/" + goal + "/reply?to=" + opening + "&quote=all");
    }

    @Test
    void wordsForWhatSheMayNotReadAreGivenBackWithoutAWordOfIt() {
        String nowhere = "/d/" + "0".repeat(13) + "/posts";
        HttpResponse<String> none = other.post(nowhere, "body", "Written in vain");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(none.body()).select("main textarea").text())
                .isEqualTo("Written in vain");

        Document form = page(other, "/d/" + id);
        merge(open("One list for all"));
        other.post("/c/home-care/leave", "sure", "yes");
        SITE.db().run("update community set visibility = 'private'");

        HttpResponse<String> late = answer(other, form, "send", "body", "Written in vain");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(404);
        assertThat(Jsoup.parse(late.body()).select("main textarea").text())
                .isEqualTo("Written in vain");
        assertThat(late.body()).doesNotContain("One list for all");
    }

    @Test
    void aProgramIsToldWhereToAnswer() {
        String goal = open("One list for all");
        merge(goal);

        Api.Answer refused =
                SITE.api(bob)
                        .post(
                                "/api/v1/discussions/" + id + "/posts",
                                Map.of("body", "Too late."),
                                null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("detail").asText())
                .contains("/api/v1/discussions/" + goal + "/posts, with the parent ");
    }

    @Test
    void aWindowThatWaitsIsToldWhereItsBoxGoes() {
        send(other, page(other, reply()), "keep", "body", "Half a thought");
        String opening = only("select id_text(id) from post where number = 1");
        String goal = open("One list for all");
        merge(goal);

        String place = "/drafts/at?language=en&place=answer." + id;
        assertThat(other.get(place).body())
                .contains("Half a thought")
                .contains("\"place\":\"answer." + goal + "." + opening + "\"")
                .contains("\"action\":\"/d/" + goal + "/posts\"")
                .contains("stands in another discussion now");
        for (Visit visit : List.of(author, other)) {
            assertThat(
                            visit.post("/drafts", "draft-place", "answer." + id, "body", "Anew")
                                    .statusCode())
                    .as("nothing is begun in what is left of it, whoever still sees that")
                    .isEqualTo(404);
        }
        assertThat(author.get(place).body()).as("hers alone").doesNotContain("Half a thought");
    }

    private static String only(String sql) {
        return SITE.db().rows(sql).getFirst();
    }

    private String open(String title) {
        return to(author.post(
                        "/c/home-care/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        "One list?"))
                .replaceFirst(".*/d/(.{13}).*", "$1");
    }

    private void merge(String goal) {
        assertThat(author.post("/d/" + id + "/merge", "into", "/d/" + goal).statusCode())
                .isEqualTo(303);
    }

    private String split(String post) {
        return to(author.post(
                        "/d/" + id + "/split",
                        "posts",
                        post,
                        "kind",
                        "question",
                        "title",
                        "Set apart"))
                .replaceFirst(".*/d/(.{13}).*", "$1");
    }

    private String reply() {
        return "/d/" + id + "/reply";
    }

    private static Document page(Visit visit, String path) {
        HttpResponse<String> answer = visit.get(path);
        if (answer.statusCode() == 301) {
            answer = visit.follow(answer);
        }
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static Document send(Visit visit, Document page, String button, String... typed) {
        HttpResponse<String> answer = answer(visit, page, button, typed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /// Fills the page's form as a person does, hidden fields and all, and presses that button.
    private static HttpResponse<String> answer(
            Visit visit, Document page, String button, String... typed) {
        Element form = page.select("form.writing").first();
        var values = new LinkedHashMap<String, String>();
        for (Element field : form.select("input, textarea, select")) {
            boolean off = field.attr("type").equals("radio") && !field.hasAttr("checked");
            if (!off && !field.attr("name").equals("csrf")) {
                values.put(field.attr("name"), value(field));
            }
        }
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        String[] pressed = button.split("=", 2);
        values.put(pressed[0], pressed.length == 2 ? pressed[1] : "1");
        List<String> fields = new ArrayList<>();
        values.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return visit.post(form.attr("action"), fields.toArray(String[]::new));
    }

    private static String value(Element field) {
        return switch (field.tagName()) {
            case "textarea" -> field.wholeText();
            case "select" -> field.select("option[selected]").attr("value");
            default -> field.val();
        };
    }

    private static String words(Document page) {
        return page.select("form.writing textarea[name=body]").first().wholeText();
    }

    private static String to(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
