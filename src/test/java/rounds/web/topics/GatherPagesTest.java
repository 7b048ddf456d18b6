package rounds.web.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Viewer;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.ResourceKind;
import rounds.platform.database.Ids;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/// What is gathered around a topic, as a browser without script sees it.
class GatherPagesTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Somebody mod;
    private Somebody eve;
    private Somebody host;
    private long valley;
    private String topic;
    private String address;

    @BeforeEach
    void people() {
        SITE.db().empty();
        ada = SITE.person("ada");
        mod = SITE.person("mod");
        eve = SITE.person("eve");
        host = SITE.person("host");
        valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, mod, "moderator");
        long coast = SITE.community("coast", "listed");
        SITE.member(coast, eve);
        SITE.member(coast, host, "moderator");
        SITE.member(coast, mod);
        long id = Ids.next();
        SITE.db()
                .run(
                        """
                        insert into topic (id, community_id, state, title, question, proposed_by, proposed_at, opened_at, changed_at,
                                           visibility, summary)
                        values (%1$d, %2$d, 'open', 'How low is low', 'Which medicine first?', %3$d, now(), now(), now(), 'private', 1);
                        insert into topic_summary (topic_id, number, community_id, body, html, html_version, written_by, made_at)
                        values (%1$d, 1, %2$d, 'We know this.', '<p>We know this.</p>', 1000, %3$d, now());
                        """
                                .formatted(id, valley, mod.id()));
        topic = Ids.text(id);
        address = "/focus/" + topic;
    }

    private String page(Somebody who) {
        return SITE.as(who).get(address + "-how-low-is-low").body();
    }

    private String resource(String title) {
        long session = SITE.db().count("select max(id) from session where person_id = " + mod.id());
        var viewer = new Viewer.SignedIn(mod.id(), session, 1);
        return Ids.text(
                SITE.bean(Library.class)
                        .share(
                                viewer,
                                "valley",
                                Details.of(ResourceKind.TOOL, title),
                                new Material.Text("Words"),
                                null)
                        .id());
    }

    @Test
    void aMemberSuggestsFromTheDocumentAndTheCuratorTakesIt() {
        String guide = resource("Guide");
        Visit member = SITE.as(ada);
        Document document = Jsoup.parse(member.follow(member.get("/r/" + guide)).body());
        assertThat(document.select("a[href=/focus/add?content=r:" + guide + "]")).hasSize(1);
        String add = member.get("/focus/add?content=r:" + guide).body();
        assertThat(add).contains("How low is low", "you suggest it", "/r/" + guide);

        HttpResponse<String> none = member.post("/focus/add", "content", "r:" + guide, "why", "So");
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("Which topic?", "value=\"So\"");
        HttpResponse<String> done =
                member.post("/focus/add", "content", "r:" + guide, "topic", topic, "why", "Page 7");
        assertThat(location(done)).startsWith("/r/" + guide);
        assertThat(page(ada)).contains("Suggested for the shelf: one");

        Visit curator = SITE.as(mod);
        assertThat(curator.get(address + "/shelf").body())
                .contains("Suggested by members", "Page 7");
        curator.post(address + "/shelf/entries", "item", "r:" + guide, "why", "Page 7 first");
        assertThat(page(ada))
                .contains(">Guide</a>", "Page 7 first")
                .doesNotContain("Suggested for the shelf");
        assertThat(SITE.as(ada).get(address + "/shelf").statusCode()).isEqualTo(403);
    }

    @Test
    void aTopicIsSearchedWithWhatStandsOnItsShelf() {
        String shelved = resource("Guide");
        String elsewhere = resource("Guide elsewhere");
        SITE.as(mod).post(address + "/shelf/entries", "item", "r:" + shelved);
        Document document = Jsoup.parse(page(ada));
        assertThat(document.select("form[action=/search] input[name=within]").val())
                .isEqualTo(topic);
        assertThat(hits(ada, "/search?q=guide", elsewhere)).contains(shelved, elsewhere);

        Document found = Jsoup.parse(SITE.as(ada).get("/search?q=guide&within=" + topic).body());
        assertThat(found.select(".hit h3 a").eachAttr("href"))
                .singleElement()
                .asString()
                .contains(shelved);
        assertThat(found.select(".chip").text()).contains("How low is low");
        Document stranger = Jsoup.parse(SITE.as(eve).get("/search?q=guide&within=" + topic).body());
        assertThat(stranger.select(".hit")).isEmpty();
        assertThat(stranger.text()).doesNotContain("How low is low");
    }

    /// What was just shared may be a moment on its way into the index.
    private String hits(Somebody who, String path, String wanted) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        String hits = Jsoup.parse(SITE.as(who).get(path).body()).select(".hit").outerHtml();
        while (!hits.contains(wanted) && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000_000);
            hits = Jsoup.parse(SITE.as(who).get(path).body()).select(".hit").outerHtml();
        }
        return hits;
    }

    @Test
    void aShelfIsArrangedAndWhatIsTakenOffIsPutBackWhereItStood() {
        String one = resource("One");
        String two = resource("Two");
        String three = resource("Three");
        Visit curator = SITE.as(mod);
        for (String resource : new String[] {one, two}) {
            curator.post(address + "/shelf/entries", "item", "r:" + resource);
        }
        HttpResponse<String> pasted =
                curator.post(address + "/shelf/entries", "content", "/r/" + three + "-three");
        assertThat(pasted.statusCode()).isEqualTo(303);
        assertThat(curator.post(address + "/shelf/entries", "content", "nothing").statusCode())
                .isEqualTo(422);

        Document moved =
                Jsoup.parse(
                        curator.follow(
                                        curator.post(
                                                address + "/shelf/order",
                                                "item",
                                                three,
                                                "to",
                                                "place",
                                                "place",
                                                "1"))
                                .body());
        assertThat(moved.select(".said").text()).contains("“Three” now stands at 1 of 3.");
        assertThat(moved.select("[autofocus]").eachText()).containsExactly("Move there Three");
        assertThat(moved.select("#arranged .line > div > a").eachText())
                .containsExactly("Three", "One", "Two");

        String taken =
                location(
                        curator.post(
                                address + "/shelf/removal",
                                "content",
                                "r:" + one,
                                "stood",
                                "2",
                                "why",
                                "So",
                                "next",
                                two));
        Document off = Jsoup.parse(curator.get(taken).body());
        assertThat(off.text()).contains("“One” is off the shelf.");
        assertThat(off.select("[autofocus]").eachText()).containsExactly("Take it off Two");
        curator.post(address + "/shelf/entries", "item", "r:" + one, "place", "2", "why", "So");
        assertThat(Jsoup.parse(page(ada)).select(".shelf h3").eachText())
                .containsExactly("Three", "One", "Two");
    }

    @Test
    void aQuestionIsAskedAnsweredAndDiscussed() {
        Visit member = SITE.as(ada);
        assertThat(member.post(address + "/questions", "question", " ").statusCode())
                .isEqualTo(422);
        HttpResponse<String> asked =
                member.post(address + "/questions", "question", "What did Mrs. Kowalski take?");
        assertThat(asked.body()).contains("<mark>Kowalski</mark>");
        member.post(address + "/questions", "question", "Who decides at the weekend?");
        String question = Ids.text(SITE.db().count("select id from topic_question"));
        assertThat(page(mod)).contains("Who decides at the weekend?", "Answer or close");

        String box =
                member.get(
                                "/c/valley/discussions/new?kind=question&topic="
                                        + topic
                                        + "&question="
                                        + question)
                        .body();
        assertThat(box).contains("value=\"Who decides at the weekend?\"", "[[t:" + topic + "]]");

        HttpResponse<String> unknown =
                member.post(
                        address + "/questions/" + question, "answer", "We do", "pointer", "where");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("value=\"We do\"");
        member.post(
                address + "/questions/" + question,
                "answer",
                "We do",
                "pointer",
                "/r/" + resource("Guide"),
                "do",
                "answer");
        assertThat(Jsoup.parse(page(ada)).select("#questions details").first().text())
                .contains("Who decides at the weekend? Answered. We do Guide");
    }

    @Test
    void membersAgreeUntilTheResultIsSaid() {
        Visit curator = SITE.as(mod);
        assertThat(curator.get(address + "/agreement/new").body()).contains("Last day for answers");
        curator.post(
                address + "/agreement",
                "statement",
                "The *newest* first.",
                "closes",
                LocalDate.now().plusDays(7).toString());
        Visit member = SITE.as(ada);
        assertThat(member.post(address + "/agreement/1/stance", "stance", "object").statusCode())
                .isEqualTo(422);
        member.post(address + "/agreement/1/stance", "stance", "object", "note", "Too fast");
        assertThat(page(ada)).contains("<em>newest</em>", "You object.", "1 objects", "Too fast");
        assertThat(SITE.as(mod).get(address + "/agreement").body()).contains("Too fast", "Ada");

        curator.post(address + "/agreement/1/result", "result", "agreed", "outcome", "Slower now");
        assertThat(page(ada))
                .contains("Version 1, in force since", "Slower now", "Read the reason")
                .doesNotContain("I object");
    }

    @Test
    void theLastDayForAnswersIsTheOneThatWasChosenWhereverItIsRead() {
        LocalDate last = LocalDate.now().plusDays(7);
        SITE.as(mod).post(address + "/agreement", "statement", "First.", "closes", last.toString());
        String words =
                "until <time datetime=\"%s\">%s</time>"
                        .formatted(
                                last,
                                DateTimeFormatter.ofPattern("d\u00a0MMMM\u00a0yyyy", Locale.ENGLISH)
                                        .format(last));

        for (String zone : List.of("America/Toronto", "Pacific/Auckland", "Pacific/Honolulu")) {
            SITE.db().run("update account set time_zone = '" + zone + "'");
            assertThat(page(ada)).as(zone).contains("Members answer " + words);
            assertThat(SITE.as(ada).get(address + "/agreement").body()).contains("open " + words);
        }
        SITE.db().run("update topic_agreement set closes_on = null");
        SITE.db().run("update account set time_zone = 'America/Toronto'");
        assertThat(page(ada)).as("of a moment, its day").contains(">" + words.split(">")[1]);
    }

    @Test
    void whatNobodySaidIsNoneInFrenchToo() {
        SITE.as(mod)
                .post(
                        address + "/agreement",
                        "statement",
                        "First.",
                        "closes",
                        LocalDate.now().plusDays(7).toString());
        SITE.db().run("update account set language = 'fr'");

        assertThat(page(ada))
                .contains("0 d’accord</span>", "0 d’accord avec une réserve", "0 opposition<")
                .doesNotContain("1 d’accord", "1 opposition");
    }

    @Test
    void aTopicIsShownToAnotherCommunityAndTellsNoNames() {
        SITE.as(ada).post(address + "/questions", "question", "Who decides?");
        SITE.as(ada).post(address + "/practice", "note", "Fits our ward");
        SITE.as(mod)
                .post(
                        address + "/agreement",
                        "statement",
                        "First.",
                        "closes",
                        LocalDate.now().plusDays(7).toString());
        SITE.as(ada).post(address + "/agreement/1/stance", "stance", "object", "note", "Too fast");
        assertThat(page(mod)).contains("action=\"" + address + "/guests\"");
        assertThat(page(ada)).doesNotContain(address + "/guests\"");
        assertThat(SITE.as(mod).post(address + "/guests", "community", "nowhere").statusCode())
                .isEqualTo(422);
        SITE.as(mod).post(address + "/guests", "community", "http://localhost/c/coast");
        assertThat(page(mod)).contains("not answered yet");
        assertThat(SITE.as(eve).get(address + "-how-low-is-low").statusCode()).isEqualTo(404);
        String desk = SITE.as(host).get("/c/coast/focus/guests").body();
        assertThat(desk).contains("Valley offers it", "Show it to our members");
        String coast = Ids.text(SITE.db().count("select id from community where slug = 'coast'"));
        SITE.as(host).post(address + "/guests/acceptance", "community", coast, "slug", "coast");

        assertThat(SITE.as(eve).get("/c/coast/focus/guests").body()).contains("A topic of Valley");
        String seen = page(eve);
        assertThat(seen)
                .contains("We know this.", "Who decides?", "1 objects")
                .doesNotContain("Ada", "Too fast", "Fits our ward", "Suggest");
        assertThat(SITE.as(eve).get(address + "/agreement").body())
                .doesNotContain("Ada", "Too fast");

        SITE.as(host).post(address + "/guests/end", "community", coast, "slug", "coast");
        assertThat(SITE.as(eve).get(address + "-how-low-is-low").statusCode()).isEqualTo(404);
    }

    @Test
    void theSummaryOfATopicThatHasEndedBecomesADocument() {
        String guide = resource("Guide");
        SITE.db()
                .run(
                        """
                        update topic_summary set body = 'We know [[r:%1$s]], and [[r:%1$s|how]].';
                        update topic set state = 'archived';
                        """
                                .formatted(guide));
        assertThat(page(ada)).doesNotContain("Make its summary a document");
        assertThat(page(mod)).contains("Make its summary a document");
        Visit curator = SITE.as(mod);
        assertThat(curator.get(address + "/result").body()).contains("value=\"How low is low\"");

        String made = location(curator.post(address + "/result", "title", "What we know"));
        Document document = Jsoup.parse(SITE.as(ada).get(made).body());
        assertThat(document.select("article.prose").text())
                .isEqualTo("We know (1), and how (1). Sources Guide");
        assertThat(document.text()).contains("The summary of the focus topic How low is low");
        assertThat(page(ada)).contains("Its summary is a document now:", ">What we know</a>");
        assertThat(curator.post(address + "/result", "title", "Again").statusCode()).isEqualTo(409);
        assertThat(SITE.db().count("select count(*) from resource where title = 'Again'")).isZero();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }
}
