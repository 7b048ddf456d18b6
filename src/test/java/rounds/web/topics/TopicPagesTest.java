package rounds.web.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.List;

/// Focus topics in pages, without a script.
class TopicPagesTest {
    private static final Site SITE = Site.running();

    private Visit ada;
    private Visit ben;
    private Visit mod;
    private Visit stranger;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        ada = member(valley, "ada");
        ben = member(valley, "ben");
        mod = member(valley, "mod", "moderator");
        stranger = SITE.as(SITE.person("stranger"));
    }

    private static Visit member(long community, String handle, String... roles) {
        var somebody = SITE.person(handle);
        SITE.member(community, somebody, roles);
        return SITE.as(somebody);
    }

    @Test
    void aMemberProposesATopicAndARefusedFormComesBackFilled() {
        assertThat(ada.get("/c/valley/focus/new").body()).contains("Propose a topic");
        HttpResponse<String> refused =
                ada.post("/c/valley/focus", "title", "How low & more?", "question", " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("How low &amp; more?", "Say which question");
        HttpResponse<String> noDay =
                ada.post("/c/valley/focus", "title", "Low", "question", "Which?", "ends", "soon");
        assertThat(noDay.statusCode()).isEqualTo(422);
        assertThat(noDay.body()).contains("Give a day as year", "value=\"soon\"");

        String path = proposed();
        assertThat(ada.get(path).body())
                .contains("How low?", "Which first?", "One person wants this.", "Take it back");
        assertThat(ben.get(path).body()).contains("I want this, too");
        assertThat(stranger.get(path).statusCode()).isEqualTo(404);
        assertThat(ben.get("/c/valley/focus").body()).contains("How low?", "Proposed");
        assertThat(stranger.get("/c/valley/focus").body()).doesNotContain("How low?");
        assertThat(stranger.get("/c/valley/focus/new").statusCode()).isEqualTo(403);
        assertThat(ben.get("/focus/" + id(path)).statusCode()).as("its slug").isEqualTo(301);
    }

    @Test
    void aHealthCardInAProposalIsAskedAboutAndItsWordsAreKept() {
        HttpResponse<String> asked =
                ada.post(
                        "/c/valley/focus",
                        "title",
                        "How low?",
                        "question",
                        "Which first for Mrs. Eleanor Vance, born 3 May 1931?");

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("Eleanor Vance", "name=\"identified\"");
        assertThat(SITE.db().count("select count(*) from topic")).isZero();
    }

    @Test
    void itIsVotedForOpenedAndTakenFromStepToStepAndItsPageSaysSo() {
        String path = proposed();
        String acts = "/focus/" + id(path);
        ben.post(acts + "/vote", "wanted", "yes");
        assertThat(ada.get(path).body()).contains("2 people want this.");
        assertThat(ben.post(acts + "/steps", "becomes", "open", "revision", "0").statusCode())
                .isEqualTo(403);
        HttpResponse<String> noReason =
                mod.post(acts + "/steps", "becomes", "declined", "revision", "0", "reason", "");
        assertThat(noReason.statusCode()).isEqualTo(422);

        assertThat(mod.post(acts + "/steps", "becomes", "open", "revision", "0").statusCode())
                .isEqualTo(303);
        assertThat(
                        mod.post(
                                        acts + "/steps",
                                        "becomes",
                                        "declined",
                                        "revision",
                                        "0",
                                        "reason",
                                        "No")
                                .statusCode())
                .as("it has moved on")
                .isEqualTo(403);
        assertThat(stranger.get(path).body()).contains("How low?").doesNotContain("History");
        assertThat(ben.get(path).body()).contains("History", "opened the focus topic");
        assertThat(ben.get("/c/valley").body()).contains("What we work on", "How low?");
        assertThat(ben.get("/c/valley/discussions").body())
                .as("counted beside its room")
                .contains("Focus topics <span class=\"count\">1</span>");
        mod.post(acts + "/curators", "curator", "@ben");
        assertThat(ben.get(path).body()).contains("Curated by", "What comes next");
        assertThat(mod.get("/c/valley/log").body()).contains("named Ben as a curator of");
    }

    @Test
    void theSummaryCitesItsSourcesByNumberAndOnlyForWhoMayReadThem() {
        String path = opened();
        String acts = "/focus/" + id(path);
        String open = discussion("Standing pressure");
        String narrow = discussion("Only for members");
        SITE.db().run("update discussion set visibility = 'private' where title like 'Only%'");
        SITE.db()
                .run(
                        "update post set visibility = 'private' where discussion_id in (select id from discussion where title like 'Only%')");

        HttpResponse<String> saved =
                mod.post(
                        acts + "/summary",
                        "body",
                        "Measured sitting.[[d:%s]] Not [so](/d/%s). [[d:%s]]"
                                .formatted(open, open, narrow),
                        "note",
                        "First",
                        "revision",
                        "0");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);

        String members = ben.get(path).body();
        assertThat(members)
                .contains("href=\"#s1\"", "href=\"#s2\"", "id=\"s2\"", "Only for members");
        String visitors = SITE.visitor().get(path).body();
        assertThat(visitors)
                .contains("Standing pressure", "href=\"#s1\"", "Some readers have a source here")
                .doesNotContain("Only for members", "#s2", narrow);
        SITE.db().run("update post set edited_at = now() + interval '1 minute'");
        assertThat(ben.get(path).body())
                .contains("2 sources have changed since this was written", "cite changed")
                .contains(
                        "The sentences that lean on them are marked",
                        "<span lang=\"en\">A source of this sentence has changed:</span> </span>Measured sitting.</span>")
                .doesNotContain("Sentences to look at again");
        assertThat(mod.get(path).body())
                .contains(
                        "Sentences to look at again",
                        "<a href=\"#q1\" lang=\"en\">Measured sitting.</a>")
                .contains("Source 1 was changed.");
        assertThat(SITE.visitor().get(path).body())
                .as("the second leans on what a visitor may not read")
                .contains("id=\"q1\"")
                .doesNotContain("A source of this sentence is missing");
        SITE.db().run("delete from discussion where title like 'Only%'");
        SITE.db().run("update post set edited_at = null");
        assertThat(ben.get(path).body())
                .contains("Some readers have a source here")
                .doesNotContain("class=\"leans\"");
        assertThat(mod.get(path).body())
                .contains(
                        "A source of this sentence is missing:</span> </span>Not </span>",
                        "A source was deleted, withdrawn or hidden.");
        assertThat(ben.get(acts + "/write").statusCode()).isEqualTo(403);
    }

    @Test
    void aHiddenSourceIsCalledHiddenAndTheWordsForTheEarAreTheReadersOwn() {
        String path = opened();
        String acts = "/focus/" + id(path);
        String open = discussion("Standing pressure");
        String narrow = discussion("Only for members");
        SITE.db().run("update discussion set visibility = 'private' where title like 'Only%'");
        SITE.db()
                .run(
                        "update post set visibility = 'private' where discussion_id in (select id from discussion where title like 'Only%')");
        mod.post(
                acts + "/summary",
                "body",
                "Measured sitting.[[d:%s]] Not so.[[d:%s]]".formatted(open, narrow),
                "revision",
                "0");
        assertThat(SITE.visitor().header("Accept-Language", "fr").get(path).body())
                .contains(
                        "lang=\"fr\" aria-label=\"Source 1\"",
                        "<span class=\"sr\" lang=\"fr\">Certaines personnes ont une source ici");
        SITE.db().run("update discussion set state = 'hidden' where title like 'Standing%'");

        assertThat(mod.get(path).body())
                .contains(
                        "One source was hidden or withdrawn.",
                        "aria-label=\"Source 1, hidden or withdrawn\"",
                        "A source of this sentence was hidden or withdrawn:")
                .doesNotContain("changed since this was written");
        String write = mod.get(acts + "/write").body();
        assertThat(write).contains("Look at this source before you save:");
        assertThat(write.indexOf("name=\"looked\""))
                .as("what is said with the text stands above the button that saves it")
                .isBetween(write.indexOf("name=\"note\""), write.indexOf("Save this version"));
    }

    @Test
    void whatTwoCuratorsAddAtOnePlaceStandsInTheBoxHersFirst() {
        String path = opened();
        String acts = "/focus/" + id(path);
        mod.post(acts + "/curators", "curator", "ben");
        mod.post(acts + "/summary", "body", "One.", "revision", "0");
        mod.post(acts + "/summary", "body", "One.\n\nTheirs.", "revision", "1");

        HttpResponse<String> met =
                ben.post(acts + "/summary", "body", "One.\n\nHers.", "revision", "1");

        assertThat(met.statusCode()).isEqualTo(409);
        assertThat(met.body())
                .contains("both texts stand below", "\nOne.\n\nHers.\n\nTheirs.\n</textarea>");
    }

    @Test
    void aVisitorWhoAsksForTheVersionsIsAskedToSignIn() {
        String path = opened();
        mod.post("/focus/" + id(path) + "/summary", "body", "One.", "revision", "0");

        assertThat(SITE.visitor().get(path).body()).doesNotContain("/versions");
        HttpResponse<String> versions = SITE.visitor().get("/focus/" + id(path) + "/versions");
        HttpResponse<String> suggest = SITE.visitor().get("/focus/" + id(path) + "/suggest");
        assertThat(versions.statusCode()).isEqualTo(suggest.statusCode());
        assertThat(versions.headers().firstValue("Location").orElse(""))
                .isEqualTo(
                        suggest.headers()
                                .firstValue("Location")
                                .orElse("")
                                .replace("suggest", "versions"));
        assertThat(stranger.get("/focus/" + id(path) + "/versions").statusCode()).isEqualTo(403);
    }

    @Test
    void aHomeBeginsWithWhatIsOpenThenWithWhatIsWrittenThenWithTheNewestSummaries() {
        for (String state : List.of("archived", "open", "published", "synthesising", "review")) {
            String path = opened();
            mod.post("/focus/" + id(path) + "/summary", "body", "One.", "revision", "0");
            SITE.db()
                    .run(
                            "update topic set title = 'It is %1$s', state = '%1$s', changed_at = now() where id_text(id) = '%2$s'"
                                    .formatted(state, id(path)));
        }

        String home = ben.get("/c/valley").body();
        assertThat(home)
                .containsSubsequence(
                        "What we work on",
                        "It is open",
                        "It is synthesising",
                        "It is review",
                        "It is published")
                .doesNotContain("It is archived");
    }

    @Test
    void whoMayBeginThemIsLedToTheGlossaryAndToWhereNewcomersStart() {
        assertThat(places(mod)).contains("/c/valley/start", "/c/valley/glossary");
        assertThat(places(ben)).contains("/c/valley/glossary").doesNotContain("/c/valley/start");
        assertThat(places(SITE.visitor())).doesNotContain("/c/valley/glossary");
        assertThat(mod.get("/c/valley/start").statusCode()).isEqualTo(200);
    }

    private static List<String> places(Visit who) {
        return Jsoup.parse(who.get("/c/valley/discussions").body())
                .select("#places a")
                .eachAttr("href");
    }

    @Test
    void theLineBesideASuggestionIsKeptInItsDraft() {
        String path = opened();
        String acts = "/focus/" + id(path);
        mod.post(acts + "/summary", "body", "Most measured.", "revision", "0");
        String place =
                ben.get(acts + "/suggest")
                        .body()
                        .replaceAll("(?s).*name=\"draft-place\" value=\"([^\"]*)\".*", "$1");
        ben.post(
                "/drafts",
                "draft-place",
                place,
                "draft-revision",
                "",
                "body",
                "Most of us",
                "why",
                "Not everybody did");

        assertThat(ben.get(acts + "/suggest").body())
                .contains("Most of us", "value=\"Not everybody did\"");
        HttpResponse<String> kept =
                ben.post(
                        acts + "/suggestions",
                        "keep",
                        "1",
                        "draft-place",
                        place,
                        "draft-revision",
                        "1",
                        "body",
                        "Most of us",
                        "why",
                        "Two did not");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(ben.get(acts + "/suggest").body()).contains("value=\"Two did not\"");
    }

    @Test
    void twoCuratorsBothSeeBothTexts() {
        String path = opened();
        String acts = "/focus/" + id(path);
        mod.post(acts + "/curators", "curator", "ben");
        mod.post(acts + "/summary", "body", "One.\n\nTwo.\n", "revision", "0");
        mod.post(acts + "/summary", "body", "One, standing.\n\nTwo.\n", "revision", "1");

        HttpResponse<String> met =
                ben.post(acts + "/summary", "body", "One.\n\nTwo, the newest.\n", "revision", "1");

        assertThat(met.statusCode()).isEqualTo(409);
        assertThat(met.body())
                .contains(
                        "Somebody else saved version 2",
                        "One, standing.\n\nTwo, the newest.",
                        "name=\"revision\" value=\"2\"");
        assertThat(
                        ben.post(
                                        acts + "/summary",
                                        "body",
                                        "One, standing.\n\nTwo, the newest.\n",
                                        "revision",
                                        "2")
                                .statusCode())
                .isEqualTo(303);
        assertThat(ben.get(acts + "/versions").body())
                .contains("What version 3 says otherwise than version 2", "newest");
    }

    @Test
    void versionsAreComparedAsTheyAreRead() {
        String path = opened();
        String acts = "/focus/" + id(path);
        mod.post(
                acts + "/summary", "body", "Call **within** ten days.\n\n- Fax\n", "revision", "0");
        mod.post(
                acts + "/summary", "body", "Call **within** two days.\n\n- Fax\n", "revision", "1");
        var diff = Jsoup.parse(mod.get(acts + "/versions").body()).select(".diff");
        assertThat(diff.text()).contains("Call within").contains("two").doesNotContain("**");
        assertThat(diff.select("ins").text()).contains("two").doesNotContain("Fax");

        // Where nothing but the marks changed, those are shown.
        mod.post(
                acts + "/summary", "body", "Call within **two** days.\n\n- Fax\n", "revision", "2");
        assertThat(Jsoup.parse(mod.get(acts + "/versions").body()).select(".diff").text())
                .contains("**");
    }

    @Test
    void aSuggestionIsSentComparedAndTaken() {
        String path = opened();
        String acts = "/focus/" + id(path);
        mod.post(acts + "/summary", "body", "Most measured.", "revision", "0");
        assertThat(ben.get(acts + "/suggest").body()).contains("Most measured.");
        assertThat(
                        ben.post(
                                        acts + "/suggestions",
                                        "body",
                                        "Most of us measured.",
                                        "why",
                                        "Who",
                                        "revision",
                                        "1")
                                .statusCode())
                .isEqualTo(303);
        assertThat(mod.get(path).body()).contains("One suggestion waits");
        String list = mod.get(acts + "/suggestions").body();
        String one = list.replaceAll("(?s).*href=\"(/focus/[^\"]*/suggestions/[^\"]*)\".*", "$1");
        assertThat(mod.get(one).body()).contains("<ins>", "of us", "Take it");

        HttpResponse<String> taken =
                mod.post(one + "/acceptance", "body", "Most of us measured.", "base", "1");
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        assertThat(SITE.visitor().get(path).body())
                .contains("Most of us measured.", "suggested by Ben");
        assertThat(mod.post(one + "/refusal", "reason", "No").statusCode()).isEqualTo(409);
    }

    @Test
    void whatIsBegunIsKeptAsADraftAndGoesWhenItIsSaved() {
        String path = opened();
        String acts = "/focus/" + id(path);
        String write = mod.get(acts + "/write").body();
        String place = write.replaceAll("(?s).*name=\"draft-place\" value=\"([^\"]*)\".*", "$1");
        HttpResponse<String> kept =
                mod.post(
                        "/drafts",
                        "draft-place",
                        place,
                        "draft-revision",
                        "",
                        "title",
                        "How low?",
                        "body",
                        "Half a sent");
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);

        String again = mod.get(acts + "/write").body();
        assertThat(again).contains("Half a sent");
        assertThat(mod.get("/drafts").body()).contains("Summary of a focus topic", acts + "/write");
        mod.post(
                acts + "/summary",
                "body",
                "A sentence.",
                "revision",
                "0",
                "draft",
                again.replaceAll("(?s).*name=\"draft\" value=\"([^\"]*)\".*", "$1"),
                "draft-revision",
                "1");
        assertThat(mod.get("/drafts").body()).doesNotContain("Half a sent");
    }

    @Test
    void itIsFoundSavedFollowedAndListedForEverybody() {
        String path = opened();
        String acts = "/focus/" + id(path);
        mod.post(acts + "/summary", "body", "Measured in the zebrafish way.", "revision", "0");
        assertThat(mod.get("/search?q=zebrafish&type=topic").body()).contains(path, "Focus topic");
        assertThat(ben.post(acts + "/saved", "saved", "yes").statusCode()).isEqualTo(303);
        assertThat(ben.get("/saved").body()).contains("How low?");
        assertThat(ben.post(acts + "/watch", "level", "every").statusCode()).isEqualTo(303);
        assertThat(ben.get("/following").body()).contains("How low?");
        assertThat(ben.get(path).body()).contains("Stop following");
        assertThat(SITE.visitor().get(path).body())
                .contains("application/ld+json", "Measured in the zebrafish way.")
                .doesNotContain("noindex");
        assertThat(SITE.visitor().get("/feeds/c/valley.atom").body()).contains("How low?");
    }

    private String proposed() {
        HttpResponse<String> made =
                ada.post(
                        "/c/valley/focus",
                        "title",
                        "How low?",
                        "question",
                        "Which first?",
                        "why",
                        "Three of us asked.",
                        "objectives",
                        "Know who decides");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return made.headers().firstValue("Location").orElseThrow();
    }

    private String opened() {
        String path = proposed();
        mod.post("/focus/" + id(path) + "/steps", "becomes", "open", "revision", "0");
        return path;
    }

    private String discussion(String title) {
        HttpResponse<String> made =
                ben.post(
                        "/c/valley/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        "Words");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        return made.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceAll("^/d/([0-9a-z]{13}).*", "$1");
    }

    private static String id(String path) {
        return path.substring("/focus/".length(), "/focus/".length() + 13);
    }
}
