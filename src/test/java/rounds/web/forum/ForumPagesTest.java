package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.URI;
import java.net.http.HttpResponse;

/// Discussions as a browser meets them.
class ForumPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Visit author;
    private String discussion;

    @BeforeEach
    void open() {
        SITE.db().empty();
        ada = SITE.person("ada");
        author = SITE.as(ada);
        author.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        HttpResponse<String> opened =
                author.post(
                        "/c/home-care/discussions",
                        "kind",
                        "challenge",
                        "title",
                        "Whose list is it?",
                        "body",
                        "Three lists, one patient.",
                        "tags",
                        "lists, home visits");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        discussion = path(opened);
    }

    @Test
    void aWrongSlugLeadsToTheOneAddress() {
        HttpResponse<String> answer = author.get(discussion.replace("whose", "who") + "?view=time");

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .endsWith(discussion + "?view=time");
    }

    @Test
    void aReplyStandsBelowAndHasAShortAddress() {
        String reply = reply("The nurse’s list.");

        var page = Jsoup.parse(author.get(reply).body());
        assertThat(page.select("#p2 .prose").text()).isEqualTo("The nurse’s list.");
        String shortAddress = page.select("#p2 header a[href^=/p/]").attr("href");
        assertThat(author.get(shortAddress).statusCode()).isEqualTo(303);
    }

    @Test
    void anEditMadeFromOlderWordsIsToldAndCanBeSentAgain() {
        String edit =
                Jsoup.parse(author.get(reply("First words.")).body())
                        .select("#p2 a[href$=/edit]")
                        .attr("href");
        String revision = Jsoup.parse(author.get(edit).body()).select("input[name=revision]").val();
        assertThat(author.post(edit, "revision", revision, "body", "From one window.").statusCode())
                .isEqualTo(303);

        HttpResponse<String> refused =
                author.post(edit, "revision", revision, "body", "From the other.");

        assertThat(refused.statusCode()).isEqualTo(422);
        var form = Jsoup.parse(refused.body());
        assertThat(form.select("textarea[name=body]").text()).isEqualTo("From the other.");
        String now = form.select("input[name=revision]").val();
        assertThat(now).isNotEqualTo(revision);
        HttpResponse<String> saved = author.post(edit, "revision", now, "body", "From the other.");
        assertThat(saved.statusCode()).isEqualTo(303);
        assertThat(author.get(path(saved)).body()).contains("From the other.");
    }

    @Test
    void aReportOfPatientDataHidesThePostAndStandsOnTheModeratorsDesk() {
        Visit eve = SITE.as(SITE.person("eve"));
        eve.post("/c/home-care/join");
        String post =
                Jsoup.parse(author.get(reply(eve, "Our patient of Elm Street")).body())
                        .select("#p2 header a[href^=/p/]")
                        .attr("href");
        Visit bo = SITE.as(SITE.person("bob"));
        bo.post("/c/home-care/join");

        assertThat(
                        bo.post(post + "/report", "reason", "patient_data", "words", "A name")
                                .statusCode())
                .isEqualTo(303);

        assertThat(bo.get(discussion).body())
                .doesNotContain("Elm Street")
                .contains("class=\"gone\"");
        assertThat(bo.get("/c/home-care/moderation").statusCode()).isEqualTo(403);
        var desk = Jsoup.parse(author.get("/c/home-care/moderation").body());
        assertThat(desk.text()).contains("Elm Street").contains("A name").contains("Bob");
    }

    @Test
    void aModeratorWhoIsReportedIsNotToldByWhomNorWhatTheyNoted() {
        String post =
                Jsoup.parse(author.get(reply("Whoever can read.")).body())
                        .select("#p2 header a[href^=/p/]")
                        .attr("href");
        Visit bo = SITE.as(SITE.person("bob"));
        bo.post("/c/home-care/join");
        bo.post(post + "/report", "reason", "rude", "words", "She mocks us");

        var desk = Jsoup.parse(author.get("/c/home-care/moderation").body());

        assertThat(desk.select(".case").text())
                .contains("Whoever can read.")
                .contains("only other moderators see")
                .doesNotContainIgnoringCase("bob")
                .doesNotContain("mocks");
    }

    @Test
    void theSecondOfTwoModeratorsIsToldWhatTheFirstDidAndDecidesAnew() {
        Visit eve = SITE.as(SITE.person("eve"));
        eve.post("/c/home-care/join");
        String post =
                Jsoup.parse(author.get(reply(eve, "Two lists.")).body())
                        .select("#p2 header a[href^=/p/]")
                        .attr("href");
        Somebody bob = SITE.person("bob");
        SITE.as(bob).post("/c/home-care/join");
        SITE.db()
                .run(
                        """
                        insert into membership (id, community_id, person_id, role)
                        select p.id, c.id, p.id, 'moderator' from person p, community c where p.handle = 'bob'
                        """);
        Visit bo = SITE.as(bob);
        var open = Jsoup.parse(bo.get(post + "/hide").body());
        String seen = open.select("input[name=seen]").val();
        author.post(post + "/hide", "reason", "rude", "words", "Hidden by me");
        author.post(post + "/restore", "words", "And brought back");

        var late = bo.post(post + "/hide", "reason", "spam", "words", "Late", "seen", seen);

        assertThat(late.statusCode()).isEqualTo(409);
        var told = Jsoup.parse(late.body());
        assertThat(told.select(".refused").text())
                .contains("Nothing was done", "Ada hid", "Hidden by me", "And brought back");
        assertThat(told.select("textarea[name=words]").text()).isEqualTo("Late");
        assertThat(author.get(discussion).body()).contains("Two lists.");
        String now = told.select("input[name=seen]").val();
        assertThat(
                        bo.post(post + "/hide", "reason", "spam", "words", "Late", "seen", now)
                                .statusCode())
                .isEqualTo(303);
        assertThat(
                        bo.post(post + "/hide", "reason", "spam", "words", "x", "seen", "x")
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverMayNotHideOrDeleteIsToldBeforeSheWritesHerReasons() {
        String post =
                Jsoup.parse(author.get(reply("Two lists.")).body())
                        .select("#p2 header a[href^=/p/]")
                        .attr("href");
        Visit bo = SITE.as(SITE.person("bob"));
        bo.post("/c/home-care/join");

        for (String act : new String[] {"hide", "restore", "keep", "decline", "delete", "edit"}) {
            assertThat(bo.get(post + "/" + act).statusCode()).as(act).isEqualTo(403);
        }
        assertThat(bo.get(post + "/report").statusCode()).isEqualTo(200);
        assertThat(author.get(post + "/hide").statusCode()).isEqualTo(200);
        assertThat(author.get(post + "/delete").statusCode()).isEqualTo(200);
    }

    @Test
    void theLogNamesTheDiscussionAndTheKindOfReasonToThoseWhoMayReadThem() {
        String post =
                Jsoup.parse(author.get(reply("Buy my <b>pills</b>.")).body())
                        .select("#p2 header a[href^=/p/]")
                        .attr("href");
        Somebody bob = SITE.person("bob");
        SITE.as(bob).post("/c/home-care/join");
        Somebody core = SITE.person("core");
        SITE.as(core).post("/c/home-care/join");
        SITE.db()
                .run(
                        """
                        insert into membership (id, community_id, person_id, role)
                        select p.id, c.id, p.id, case p.handle when 'bob' then 'moderator' else 'core_team' end
                        from person p, community c where p.handle in ('bob', 'core')
                        """);
        SITE.as(bob).post(post + "/report", "reason", "spam", "words", "");
        SITE.as(bob).post(post + "/hide", "reason", "spam", "words", "Sells pills.");
        author.post(discussion.substring(0, "/d/".length() + 13) + "/closure", "closed", "yes");
        assertThat(Jsoup.parse(author.get(discussion).body()).select("#p2 .gone").text())
                .contains("Why: It is advertising.", "“Sells pills.”");
        assertThat(Jsoup.parse(SITE.as(core).get(discussion).body()).text())
                .doesNotContain("Sells pills.");

        var seen = Jsoup.parse(SITE.as(bob).get("/c/home-care/log").body()).select(".log");
        var unseen = Jsoup.parse(SITE.as(core).get("/c/home-care/log").body()).select(".log");

        assertThat(seen.text())
                .contains("hid the post by Ada in Whose list is it? (advertising) Sells pills.")
                .contains("closed the discussion Whose list is it? by Ada");
        String link = seen.select("a[href*=#p2]").attr("href");
        assertThat(SITE.as(bob).get(link.replaceAll("#.*", "")).body()).contains("Buy my");
        assertThat(unseen.text()).contains("hid the post by Ada (advertising)");
        assertThat(unseen.select("a[href*=#p2]")).isEmpty();
    }

    @Test
    void aVisitorReadsAndIsAskedToSignInBeforeSheAnswers() {
        Visit visitor = SITE.visitor();

        assertThat(visitor.get(discussion).body())
                .contains("Three lists")
                .contains("/sign-in?next=");
        assertThat(visitor.get("/c/home-care/discussions/new").statusCode()).isEqualTo(303);
    }

    private String reply(String words) {
        return reply(author, words);
    }

    private String reply(Visit writer, String words) {
        String id = discussion.substring("/d/".length(), "/d/".length() + 13);
        HttpResponse<String> answer = writer.post("/d/" + id + "/posts", "body", words);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return path(answer);
    }

    private static String path(HttpResponse<String> answer) {
        URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
    }
}
