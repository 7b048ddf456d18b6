package rounds.web.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

/// Feeds as a feed reader meets them: without cookies.
class FeedsTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private Visit author;
    private Visit reader;
    private String open;
    private String secret;

    @BeforeEach
    void twoCommunities() {
        SITE.db().empty();
        ada = SITE.person("ada");
        author = SITE.as(ada);
        reader = SITE.visitor();
        author.post("/communities", "name", "Open", "visibility", "public", "languages", "en");
        author.post(
                "/communities",
                "name",
                "Hidden",
                "slug",
                "hidden",
                "visibility",
                "private",
                "languages",
                "en");
        open = discussion("open", "Whose list & <whose> ]]> turn?", "Three **lists**.");
        secret = discussion("hidden", "Between us canary", "Secret canary words.");
    }

    private String discussion(String community, String title, String body) {
        HttpResponse<String> opened =
                author.post(
                        "/c/" + community + "/discussions",
                        "kind",
                        "challenge",
                        "title",
                        title,
                        "body",
                        body,
                        "tags",
                        "lists");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        return opened.headers().firstValue("Location").orElseThrow().substring(3, 16);
    }

    @Test
    void everyPublicThingHasAFeedThatReadersUnderstand() throws Exception {
        for (String path :
                List.of(
                        "latest",
                        "c/open",
                        "c/open/tags/lists",
                        "tags/lists",
                        "d/" + open,
                        "u/ada")) {
            HttpResponse<String> feed = reader.get("/feeds/" + path + ".atom");
            assertThat(feed.statusCode()).as(path).isEqualTo(200);
            assertThat(feed.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/atom+xml");
            Document xml = parsed(feed);
            assertThat(xml.getDocumentElement().getNamespaceURI())
                    .isEqualTo("http://www.w3.org/2005/Atom");
            assertThat(texts(xml, "title")).as(path).contains("Whose list & <whose> ]]> turn?");
            assertThat(texts(xml, "id")).allMatch(id -> id.startsWith("tag:"));
            assertThat(texts(xml, "updated")).hasSize(2).allMatch(time -> time.endsWith("Z"));
            assertThat(texts(xml, "content").getFirst()).contains("<strong>lists</strong>");
            assertThat(feed.body()).doesNotContain("canary");
        }
    }

    @Test
    void whatIsPrivateLooksAsIfItWereNotThere() {
        HttpResponse<String> nothing = reader.get("/feeds/c/nowhere.atom");
        assertThat(nothing.statusCode()).isEqualTo(404);
        Somebody quiet = SITE.person("quiet");
        for (String path :
                List.of(
                        "c/hidden",
                        "c/hidden/tags/lists",
                        "d/" + secret,
                        "d/zzzz",
                        "u/" + quiet.handle(),
                        "u/nobody",
                        "k/0123456789012345678901234567890123456789012/latest",
                        "rubbish")) {
            for (Visit visit : List.of(reader, author)) {
                HttpResponse<String> answer = visit.get("/feeds/" + path + ".atom");
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).as(path).isEqualTo(nothing.body());
                assertThat(headers(answer)).as(path).isEqualTo(headers(nothing));
            }
        }
    }

    @Test
    void aKeyReadsWhatItsPersonMayReadAtThatMoment() throws Exception {
        String root = key(author);
        assertThat(reader.get(root + "/c/hidden.atom").body()).contains("Secret canary words.");
        assertThat(reader.get(root + "/latest.atom").body()).contains("canary");
        HttpResponse<String> feed = reader.get(root + "/d/" + secret + ".atom");
        assertThat(texts(parsed(feed), "title")).contains("Between us canary");
        assertThat(feed.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        String modified = feed.headers().firstValue("Last-Modified").orElseThrow();
        Visit again = SITE.visitor().header("If-None-Match", tag);
        assertThat(again.get(root + "/d/" + secret + ".atom").statusCode()).isEqualTo(304);

        SITE.db()
                .run(
                        "delete from membership where community_id = (select id from community where slug = 'hidden')");

        HttpResponse<String> nothing = reader.get("/feeds/c/nowhere.atom");
        for (Visit visit :
                List.of(again, SITE.visitor().header("If-Modified-Since", modified), reader)) {
            HttpResponse<String> answer = visit.get(root + "/d/" + secret + ".atom");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing.body());
        }
        assertThat(reader.get(root + "/latest.atom").body()).doesNotContain("canary");
    }

    @Test
    void aNewKeyEndsTheOldAndSoDoesAnotherPassword() {
        String first = key(author);
        String second = key(author);
        assertThat(reader.get(first + "/latest.atom").statusCode()).isEqualTo(404);
        assertThat(reader.get(second + "/latest.atom").statusCode()).isEqualTo(200);
        assertThat(author.get("/settings/feeds").body()).doesNotContain(second);
        assertThat(
                        SITE.db()
                                .count(
                                        "select count(*) from feed_key where position('%s' in encode(hash, 'escape')) > 0"
                                                .formatted(second.substring("/feeds/k/".length()))))
                .isZero();

        SITE.db().run("update account set auth_version = auth_version + 1");
        assertThat(reader.get(second + "/latest.atom").statusCode()).isEqualTo(404);
        Visit anew = SITE.as(SITE.again(ada));
        assertThat(Jsoup.parse(anew.get("/settings/feeds").body()).text()).contains("ended");
        String third = key(anew);
        SITE.db().run("update account set suspended_at = now()");
        assertThat(reader.get(third + "/latest.atom").statusCode()).isEqualTo(404);
        SITE.db().run("update account set suspended_at = null");
        assertThat(reader.get(third + "/latest.atom").statusCode()).isEqualTo(200);
        assertThat(anew.post("/settings/feeds/end").statusCode()).isEqualTo(303);
        assertThat(reader.get(third + "/latest.atom").statusCode()).isEqualTo(404);
    }

    @Test
    void aNarrowedCommunityIsGoneFromItsFeedAtOnceWhateverTheReaderKnows() {
        HttpResponse<String> feed = reader.get("/feeds/c/open.atom");
        Visit knowing =
                SITE.visitor()
                        .header("If-None-Match", feed.headers().firstValue("ETag").orElseThrow());
        assertThat(knowing.get("/feeds/c/open.atom").statusCode()).isEqualTo(304);

        SITE.db().run("update community set visibility = 'private' where slug = 'open'");

        assertThat(knowing.get("/feeds/c/open.atom").statusCode()).isEqualTo(404);
        assertThat(reader.get("/feeds/latest.atom").body()).doesNotContain("Whose list");
        Visit any = SITE.visitor().header("If-None-Match", "*");
        assertThat(any.get("/feeds/c/open.atom").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesTellWhereTheirFeedIsAndPrivateOnesDoNot() {
        for (String page : List.of("/c/open", "/c/open/discussions", "/d/" + open)) {
            HttpResponse<String> answer = reader.get(page);
            if (answer.statusCode() == 301) {
                answer = reader.follow(answer);
            }
            String feed =
                    Jsoup.parse(answer.body())
                            .select("link[rel=alternate][type=application/atom+xml]")
                            .attr("href");
            assertThat(reader.get(feed).statusCode()).as(page).isEqualTo(200);
        }
        assertThat(author.get("/c/hidden").body()).doesNotContain("application/atom+xml");
    }

    private String key(Visit visit) {
        var page = Jsoup.parse(visit.post("/settings/feeds").body());
        String address = page.select("#feed-latest").val();
        return address.substring(address.indexOf("/feeds/k/"), address.lastIndexOf('/'));
    }

    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        return answer.headers().map().entrySet().stream()
                .filter(header -> !header.getKey().equals("date"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Document parsed(HttpResponse<String> feed) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(feed.body().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document xml, String element) {
        NodeList found = xml.getElementsByTagNameNS("http://www.w3.org/2005/Atom", element);
        var texts = new ArrayList<String>();
        for (int index = 0; index < found.getLength(); index++) {
            texts.add(found.item(index).getTextContent());
        }
        return texts;
    }
}
