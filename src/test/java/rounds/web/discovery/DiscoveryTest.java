package rounds.web.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What search engines and previews of links get to see.
class DiscoveryTest {
    private static final Site SITE = Site.running();
    private static final Pattern LINK =
            Pattern.compile("(?:href|src|action)=\"([^\"]+)\"|<loc>([^<]+)</loc>");
    private static final String TITLE =
            "Ends </script><script>alert(1)</script> \"here\" & <!-- there";

    private Visit author;
    private Visit visitor;
    private String open;

    @BeforeEach
    void communities() {
        SITE.db().empty();
        author = SITE.as(SITE.person("ada"));
        visitor = SITE.visitor();
        author.post("/communities", "name", "Open", "visibility", "public", "languages", "en");
        open = discussion("open", TITLE, "Words </script> of everybody.", "lists");
    }

    private String discussion(String community, String title, String body, String tags) {
        HttpResponse<String> opened =
                author.post(
                        "/c/" + community + "/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        body,
                        "tags",
                        tags);
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
        return URI.create(opened.headers().firstValue("Location").orElseThrow()).getPath();
    }

    @Test
    void nothingPrivateIsInAnythingThatAVisitorCanReach() {
        // Private from the start; private since a moment ago; listed; hidden; a private reply.
        author.post(
                "/communities",
                "name",
                "Canary one",
                "slug",
                "canary-one",
                "visibility",
                "private",
                "languages",
                "en",
                "purpose",
                "canary");
        author.post(
                "/communities",
                "name",
                "Listed",
                "visibility",
                "listed",
                "languages",
                "en",
                "purpose",
                "canary");
        author.post("/communities", "name", "Was open", "visibility", "public", "languages", "en");
        var secrets = new ArrayList<String>();
        secrets.add(discussion("canary-one", "Canary title", "Canary words", "canary-tag"));
        secrets.add(discussion("listed", "Canary title", "Canary words", "canary-tag"));
        secrets.add(discussion("was-open", "Canary title", "Canary words", "canary-tag"));
        String hidden = discussion("open", "Canary title", "Canary words", "canary-tag");
        secrets.add(hidden);
        // The map is asked once while all of it is public, so that nothing is kept of that.
        crawl(List.of("/sitemap.xml"));
        SITE.db()
                .run(
                        """
                        update community set visibility = 'private', name = 'Canary' where slug = 'was-open';
                        update discussion set state = 'hidden' where title = 'Canary title'
                          and community_id = (select id from community where slug = 'open');
                        """);

        var start =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/sitemap.xml",
                                "/robots.txt",
                                "/opensearch.xml",
                                "/communities",
                                "/latest",
                                "/feeds/latest.atom",
                                "/feeds/u/ada.atom",
                                "/feeds/tags/canary-tag.atom",
                                "/tags/canary-tag",
                                "/search?q=canary",
                                "/c/open/tags",
                                "/feeds/c/was-open.atom",
                                "/c/was-open",
                                "/c/canary-one",
                                "/c/listed",
                                "/c/listed/tags",
                                "/c/was-open/tags",
                                "/c/was-open/discussions/archive",
                                "/api/v1/communities/was-open/tags"));
        secrets.forEach(path -> {
            start.add(path);
            start.add("/feeds/d/" + path.substring(3, 16) + ".atom");
            start.add("/api/v1/discussions/" + path.substring(3, 16));
        });
        var seen = crawl(start);

        assertThat(seen).hasSizeGreaterThan(30);
        assertThat(seen).anyMatch(page -> page.contains("/sitemaps/"));
    }

    /// Reads these and all they lead to as a visitor, and looks for the canary.
    ///
    /// @return addresses with an answer
    private List<String> crawl(List<String> start) {
        var waiting = new ArrayDeque<>(start);
        var known = new HashSet<>(start);
        var answered = new ArrayList<String>();
        while (!waiting.isEmpty() && answered.size() < 300) {
            String path = waiting.remove();
            HttpResponse<String> answer = visitor.get(path);
            answered.add(path);
            // What was asked for may be said back: the address, and the words that were looked for.
            String body =
                    answer.body()
                            .replace(path, "")
                            .replaceAll("(?i)[^\"> ]*(/tags/|q=|next=)[^\"< ]*", "")
                            .replace("value=\"canary\"", "")
                            .replaceAll("(?i)(<title>|<h1>|“|title=\")[^<”\"]*canary[^<”\"]*", "");
            if (!path.contains("search") && !path.contains("tags/canary") && start.size() > 1) {
                assertThat(body.toLowerCase(java.util.Locale.ROOT))
                        .as(path)
                        .doesNotContain("canary title", "canary words", "canary-tag<", ">canary");
            }
            answer.headers().firstValue("Location").ifPresent(to -> add(to, known, waiting));
            Matcher links = LINK.matcher(answer.body());
            while (links.find()) {
                add(links.group(1) == null ? links.group(2) : links.group(1), known, waiting);
            }
        }
        return answered;
    }

    private static void add(String link, HashSet<String> known, ArrayDeque<String> waiting) {
        String path =
                link.replace("&amp;", "&")
                        .replaceFirst("^https?://[^/]+", "")
                        .replaceFirst("#.*", "");
        if (path.startsWith("/") && !path.startsWith("/assets") && known.add(path)) {
            waiting.add(path);
        }
    }

    @Test
    void aPublicDiscussionDescribesItselfAndNothingEndsItsData() throws Exception {
        var page = Jsoup.parse(visitor.get(open).body());

        assertThat(page.select("script")).hasSize(2);
        JsonNode data =
                new ObjectMapper().readTree(page.select("script[type=application/ld+json]").html());
        assertThat(data.get("headline").asText()).isEqualTo(TITLE);
        assertThat(data.get("@type").asText()).isEqualTo("DiscussionForumPosting");
        assertThat(data.get("author").get("name").asText()).isEqualTo("Ada");
        assertThat(data.get("text").asText()).contains("of everybody");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(TITLE);
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith(open);
        assertThat(page.select("meta[name=robots]")).isEmpty();
    }

    @Test
    void privateAndPersonalPagesAreForNoIndex() {
        author.post(
                "/communities",
                "name",
                "Inner",
                "slug",
                "inner",
                "visibility",
                "private",
                "languages",
                "en");
        String inner = discussion("inner", "Inside", "Words", "");
        for (String path :
                List.of(
                        inner,
                        "/c/inner",
                        "/c/inner/discussions",
                        "/settings",
                        "/u/ada",
                        "/search?q=x")) {
            var page = Jsoup.parse(author.get(path).body());
            assertThat(page.select("meta[name=robots]").attr("content"))
                    .as(path)
                    .isEqualTo("noindex");
            assertThat(page.select("meta[property^=og:], link[rel=canonical], script[type*=json]"))
                    .as(path)
                    .isEmpty();
        }
        for (String path : List.of("/sign-in", "/sign-up", "/nowhere", "/search?q=x", "/reset")) {
            assertThat(visitor.get(path).body()).as(path).contains("content=\"noindex\"");
        }
    }

    @Test
    void theMapNamesWhatIsPublic() {
        String index = visitor.get("/sitemap.xml").body();
        Matcher parts = Pattern.compile("<loc>https?://[^/]+([^<]+)</loc>").matcher(index);
        var all = new StringBuilder();
        while (parts.find()) {
            all.append(visitor.get(parts.group(1)).body());
        }
        assertThat(all).contains(open + "</loc>").contains("/c/open</loc>");
        assertThat(visitor.get("/robots.txt").body()).contains("/sitemap.xml");
    }

    @Test
    void wellKnownAddressesAnswer() {
        assertThat(visitor.get("/.well-known/security.txt").body())
                .contains("Contact: ")
                .containsPattern("Expires: \\d{4}-\\d\\d-\\d\\dT00:00:00Z");
        assertThat(visitor.get("/.well-known/change-password").headers().firstValue("Location"))
                .hasValue("/settings/password");
        assertThat(visitor.get("/opensearch.xml").body()).contains("/search?q={searchTerms}");
    }
}
