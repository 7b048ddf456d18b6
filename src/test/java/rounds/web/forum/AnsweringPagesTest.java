package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.URI;
import java.net.http.HttpResponse;

/// Answering each other and reading on, as a browser without scripts and as a program meet them.
class AnsweringPagesTest {
    private static final Site SITE = Site.running();

    private Visit ada;
    private Visit bo;
    private Somebody boHerself;
    private String discussion;
    private String id;
    private String reply;

    @BeforeEach
    void aChallengeAndAnAnswer() {
        SITE.db().empty();
        ada = SITE.as(SITE.person("ada"));
        boHerself = SITE.person("bob");
        bo = SITE.as(boHerself);
        ada.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        bo.post("/c/home-care/join");
        discussion =
                path(
                        ada.post(
                                "/c/home-care/discussions",
                                "kind",
                                "challenge",
                                "title",
                                "Whose list is it?",
                                "body",
                                "Three lists, one patient."));
        id = discussion.substring(3, 16);
        bo.post("/d/" + id + "/posts", "body", "One list. With one name on top.");
        reply = page(ada, discussion).select("#p2 header a[href^=/p/]").attr("href");
    }

    @Test
    void aButtonSaysItAndTakesItBackAndLeadsBackToThePost() {
        HttpResponse<String> said =
                ada.post(reply + "/reactions", "say", "helpful", "next", discussion + "#p2");

        assertThat(said.statusCode()).isEqualTo(303);
        assertThat(said.headers().firstValue("Location").orElseThrow()).endsWith("#p2");
        var button = page(ada, discussion).select("#p2 .says button[value=helpful]");
        assertThat(button.text()).endsWith("1");
        assertThat(button.attr("aria-pressed")).isEqualTo("true");
        assertThat(button.attr("name")).isEqualTo("unsay");
        assertThat(page(bo, discussion).select("#p2 .says")).as("not on one’s own").isEmpty();
        assertThat(page(SITE.visitor(), reply + "/reactions").text()).contains("Ada");

        ada.post(reply + "/reactions", "unsay", "helpful");
        assertThat(page(ada, discussion).select("#p2 .says button[aria-pressed=true]")).isEmpty();
    }

    @Test
    void aScriptThatStaysOnThePageIsToldWhatToReadOut() {
        HttpResponse<String> said = ada.post(reply + "/reactions", "say", "helpful", "aloud", "en");

        assertThat(said.statusCode()).isEqualTo(200);
        assertThat(said.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/plain");
        assertThat(said.body()).isEqualTo("You find this helpful. 1 person says so.");
        assertThat(ada.post(reply + "/reactions", "unsay", "helpful", "aloud", "fr").body())
                .isEqualTo("Vous ne dites plus que ce message est utile. Personne ne le dit.");
        assertThat(bo.post(reply + "/reactions", "say", "helpful", "aloud", "en").statusCode())
                .as("not on one’s own")
                .isEqualTo(403);
    }

    @Test
    void howItWentIsAskedAndARefusedFormKeepsItsWords() {
        HttpResponse<String> refused = ada.post(reply + "/tried", "note", "Two nurses");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Two nurses").contains("Say how it went");

        assertThat(bo.get(reply + "/tried").statusCode()).as("one’s own").isEqualTo(403);
        assertThat(bo.post(reply + "/tried", "outcome", "worked").statusCode()).isEqualTo(403);

        ada.post(reply + "/tried", "outcome", "partly", "note", "Two nurses");

        assertThat(page(bo, discussion).select("#p2 .tried").text()).contains("partly 1");
        assertThat(page(bo, reply + "/reactions").text()).contains("Two nurses");
    }

    @Test
    void whatHelpedStandsUnderTheQuestionAndSuggestsThatItIsSolved() {
        assertThat(bo.get(reply + "/helped").statusCode()).isEqualTo(403);
        assertThat(ada.post(reply + "/helped", "passage", "Never said").statusCode())
                .isEqualTo(422);

        ada.post(reply + "/helped", "passage", "one name on top", "why", "Somebody owns it");

        Document page = page(ada, discussion + "?at=1");
        assertThat(page.select("#helped blockquote").text()).isEqualTo("one name on top");
        assertThat(page.select("#helped").text())
                .contains("Somebody owns it")
                .contains("post 2 by Bob")
                .contains("Marked by Ada");
        assertThat(page.select("#helped button[name=progress]").attr("value")).isEqualTo("solved");

        ada.post("/d/" + id + "/progress", "progress", "solved");
        assertThat(page(bo, "/c/home-care/discussions?progress=solved").select(".row .progress"))
                .hasSize(1);
        assertThat(page(bo, "/c/home-care/discussions?progress=open").select(".row")).isEmpty();
    }

    @Test
    void aButtonKeepsThePlaceAndWhatComesThenIsNew() {
        Document first = page(bo, discussion);
        bo.post("/d/" + id + "/place", "seen", "1 2", "next", discussion);
        assertThat(first.select("#reading input[name=seen]").val()).contains("1");
        assertThat(page(bo, "/c/home-care/discussions").select(".row.seen")).hasSize(1);

        ada.post("/d/" + id + "/posts", "body", "Whose name?");

        Document list = page(bo, "/c/home-care/discussions");
        assertThat(list.select(".row .unread").text()).isEqualTo("1 new");
        assertThat(list.select(".row h3 a").attr("href")).endsWith("#new");
        Document again = page(bo, discussion);
        assertThat(again.select(".since#new")).hasSize(1);
        assertThat(again.select(".since + #p3 .unread").text()).isEqualTo("New");
        assertThat(page(bo, "/unread").select(".row")).hasSize(1);

        bo.post("/c/home-care/seen", "next", "/unread");
        assertThat(page(bo, "/unread").select(".row")).isEmpty();
    }

    @Test
    void whoHasReadNoReplyYetIsToldHowManyThereAreAndNoTime() {
        ada.post("/d/" + id + "/posts", "body", "Whose name?");
        bo.post("/d/" + id + "/place", "unreadFrom", "1", "next", discussion);
        bo.post("/d/" + id + "/place", "seen", "1");

        assertThat(page(bo, discussion).select(".since").text()).isEqualTo("2 unread");

        bo.post("/d/" + id + "/place", "seen", "2");
        assertThat(page(bo, discussion).select(".since").text()).startsWith("New since ");
        assertThat(page(bo, discussion).select(".head .meta a[href$=#new]").text())
                .startsWith("1 new since ");
    }

    @Test
    void aLongDiscussionSaysHowMuchOfItIsShownAndLeadsToItsEnds() {
        for (int number = 3; number <= 32; number++) {
            ada.post("/d/" + id + "/posts", "body", "Line " + number);
        }
        bo.post("/d/" + id + "/place", "unreadFrom", "1", "next", discussion);
        bo.post("/d/" + id + "/place", "seen", "1 2 3 4 5");

        Document first = page(bo, discussion + "?at=1");

        assertThat(first.select(".ends")).hasSize(2);
        assertThat(first.select(".ends").first().text()).startsWith("20 of 32 posts");
        assertThat(first.select(".ends").first().select("a").eachAttr("href"))
                .extracting(href -> href.replaceFirst(".*\\?", ""))
                .containsExactly("at=1", "at=6#p6", "at=32#p32");
    }

    @Test
    void afterSolvedOneIsAskedWhichAnswerHelped() {
        var solved = ada.post("/d/" + id + "/progress", "progress", "solved");

        assertThat(Jsoup.parse(ada.follow(solved).body()).select(".notice a[href=#replies]").text())
                .isEqualTo("Which answer helped?");
    }

    @Test
    void aScriptTellsAndGetsNoPage() {
        assertThat(bo.post("/d/" + id + "/place", "seen", "1,2").statusCode()).isEqualTo(204);
        assertThat(bo.post("/d/" + id + "/place", "seen", "x").statusCode()).isEqualTo(422);
    }

    @Test
    void theOrderOfReadingIsRemembered() {
        bo.post("/d/" + id + "/posts", "body", "Another");

        bo.post("/preferences", "order", "time", "next", discussion);

        assertThat(page(bo, discussion).select(".thread.flat")).hasSize(1);
        Visit elsewhere = SITE.as(SITE.again(boHerself));
        assertThat(page(elsewhere, discussion).select(".thread.flat")).hasSize(1);
        assertThat(page(bo, discussion + "?view=tree").select(".thread.flat")).isEmpty();
    }

    @Test
    void aLinkToAPostThatIsGoneSaysSo() {
        ada.post(reply + "/hide", "reason", "rude", "words", "Tone");
        Visit carl = SITE.as(SITE.person("carl"));

        HttpResponse<String> link = carl.get(reply);

        assertThat(link.statusCode()).isEqualTo(303);
        Document page = Jsoup.parse(carl.follow(link).body());
        assertThat(page.select("#p2 .gone")).as("its place tells why").hasSize(1);
        assertThat(page.select(".say")).isEmpty();
        assertThat(page(carl, discussion + "?at=99").select(".say").text()).contains("Post 99");
    }

    @Test
    void theWaysOnAreThere() {
        ada.post(
                "/c/home-care/discussions", "kind", "question", "title", "Second", "body", "Words");

        assertThat(path(bo.get("/d/" + id + "/newer"))).contains("second");
        assertThat(path(bo.get("/d/" + id + "/older"))).isEqualTo("/c/home-care/discussions");
        assertThat(page(bo, "/d/" + id + "/map").select("ol.map li")).hasSize(2);
        assertThat(bo.get("/d/" + id + "/related").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramDoesTheSame() {
        Api program = SITE.api(boHerself);
        String opening =
                program.get("/api/v1/discussions/" + id + "/posts")
                        .body()
                        .get("items")
                        .get(0)
                        .get("id")
                        .asText();

        assertThat(
                        program.send(
                                        "PUT",
                                        "/api/v1/posts/" + opening + "/reactions/same",
                                        "{\"place\": \"Hillside\"}")
                                .status())
                .isEqualTo(204);
        var marks = program.get("/api/v1/posts/" + opening).body().get("marks");
        assertThat(marks.get("same").asInt()).isEqualTo(1);
        assertThat(marks.get("places").asInt()).isEqualTo(1);
        assertThat(
                        program.get("/api/v1/posts/" + opening + "/reactions")
                                .body()
                                .get("items")
                                .get(0)
                                .get("place")
                                .asText())
                .isEqualTo("Hillside");
        assertThat(
                        program.send(
                                        "PUT",
                                        "/api/v1/discussions/" + id + "/progress",
                                        "{\"progress\": \"solved\"}")
                                .status())
                .isEqualTo(403);
        assertThat(
                        program.send(
                                        "PUT",
                                        "/api/v1/discussions/" + id + "/place",
                                        "{\"seen\": [1]}")
                                .body()
                                .get("unread")
                                .asInt())
                .isZero();
        assertThat(
                        program.send("DELETE", "/api/v1/posts/" + opening + "/reactions/same", null)
                                .status())
                .isEqualTo(204);
        ada.post("/d/" + id + "/posts", "body", "News");
        assertThat(program.get("/api/v1/unread").body().get("items")).hasSize(1);
        assertThat(
                        program.get("/api/v1/unread/counts")
                                .body()
                                .get("items")
                                .get(0)
                                .get("community")
                                .asText())
                .isEqualTo("home-care");
    }

    private static Document page(Visit visit, String path) {
        HttpResponse<String> answer = visit.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String path(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        URI location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return location.getRawPath();
    }
}
