package rounds.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/// The field that searches only the place where it stands; it works without a script.
class SearchInPlaceTest {
    private static final Site SITE = Site.running();

    private Visit reader;
    private String discussion;

    @BeforeEach
    void aDiscussionWithOneReply() {
        SITE.db().empty();
        reader = SITE.as(SITE.person("ada"));
        reader.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        discussion = opened("Who reads the faxes?");
        reply("The lavender folder.");
        String other = opened("Another lavender folder");
        assertThat(other).isNotEqualTo(discussion);
    }

    private String opened(String title) {
        return reader.post(
                        "/c/home-care/discussions",
                        "kind",
                        "question",
                        "title",
                        title,
                        "body",
                        "Words.")
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private void reply(String words) {
        String id = discussion.substring("/d/".length(), "/d/".length() + 13);
        assertThat(reader.post("/d/" + id + "/posts", "body", words).statusCode()).isEqualTo(303);
    }

    private Document page(String path) {
        return Jsoup.parse(reader.get(path).body());
    }

    /// What the form finds for this, sent as a browser does.
    private Document sent(Element form, String words) {
        String query =
                form.select("input").stream()
                        .map(input ->
                                input.attr("name")
                                        + "="
                                        + URLEncoder.encode(
                                                input.attr("type").equals("search")
                                                        ? words
                                                        : input.attr("value"),
                                                StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return page(form.attr("action") + "?" + query);
    }

    @Test
    void aDiscussionIsSearchedFromItsOwnPageOnceItIsLong() {
        assertThat(page(discussion).select("main .search-in")).isEmpty();
        reply("Second.");
        reply("Third.");
        reply("Fourth.");

        Element form = Objects.requireNonNull(page(discussion).selectFirst("main .search-in"));
        assertThat(form.select("label[for=" + form.select("[type=search]").attr("id") + "]").text())
                .isEqualTo("Search in this discussion");
        Document found = sent(form, "lavender");
        assertThat(found.select(".hit h3").eachText()).containsExactly("Who reads the faxes?");
        assertThat(found.select(".hit h3 a").attr("href")).contains("#p2");
        assertThat(found.select(".narrowed .chip").text()).contains("Who reads the faxes?");
    }

    @Test
    void aCommunityIsSearchedFromItsHome() {
        Element form = Objects.requireNonNull(page("/c/home-care").selectFirst("main .search-in"));

        Document found = sent(form, "lavender");

        assertThat(found.select(".hit")).hasSize(2);
        assertThat(found.select(".narrowed .chip").text()).contains("Home care");
    }
}
