package rounds.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/// Turning the pages of what was found, on and back, by links alone.
class PagesOfHitsTest {
    private static final Site SITE = Site.running();
    private static final int ALL = 43;

    private static Visit reader;

    @BeforeAll
    static void aCommunityThatSpeaksOfZebras() {
        SITE.db().empty();
        reader = SITE.as(SITE.person("ada"));
        reader.post("/communities", "name", "Home care", "visibility", "public", "languages", "en");
        Visit writer = reader;
        for (int number = 1; number <= ALL; number++) {
            // Nobody opens as many at once.
            if (number % 10 == 1) {
                writer = SITE.as(SITE.person("writer" + number));
                writer.post("/c/home-care/join");
            }
            HttpResponse<String> opened =
                    writer.post(
                            "/c/home-care/discussions",
                            "kind",
                            "question",
                            "title",
                            "Zebra number " + number,
                            "body",
                            "Words.");
            assertThat(opened.statusCode()).isEqualTo(303);
        }
        // The last may be a moment on its way into the index.
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!page("/search?q=zebra").select("#h-found").text().startsWith(ALL + " ")
                && System.nanoTime() < until) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static Document page(String path) {
        HttpResponse<String> answer = reader.get(path.replaceFirst("#.*", ""));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String way(Document page, String rel) {
        Element link = page.selectFirst(".pager a[rel=" + rel + "]");
        return link == null ? "" : link.attr("href");
    }

    private static List<String> titles(Document page) {
        return page.select(".hit h3").eachText();
    }

    private static String said(Document page) {
        return Objects.requireNonNull(page.selectFirst("#h-page")).text();
    }

    @Test
    void eachPageSaysWhichItIsAndLeadsOnAndBack() {
        Document first = page("/search?q=zebra");
        assertThat(said(first)).isEqualTo("Page 1 · results 1–20 of 43");
        assertThat(way(first, "prev")).isEmpty();

        Document second = page(way(first, "next"));
        assertThat(said(second)).isEqualTo("Page 2 · results 21–40 of 43");
        assertThat(second.title()).startsWith("zebra – Search, Page 2");

        Document third = page(way(second, "next"));
        assertThat(said(third)).isEqualTo("Page 3 · results 41–43 of 43");
        assertThat(way(third, "next")).isEmpty();

        var seen = new ArrayList<>(titles(first));
        seen.addAll(titles(second));
        seen.addAll(titles(third));
        assertThat(seen).hasSize(ALL).doesNotHaveDuplicates();

        Document again = page(way(third, "prev"));
        assertThat(titles(again)).isEqualTo(titles(second));
        assertThat(said(again)).isEqualTo(said(second));
        assertThat(titles(page(way(again, "prev")))).isEqualTo(titles(first));
        assertThat(third.select(".pager a:not([rel])").attr("href")).isEqualTo("/search?q=zebra");
    }

    @Test
    void whatFitsOnOnePageHasNoNumber() {
        Document page = page("/search?q=%22zebra+number+7%22");

        assertThat(titles(page)).containsExactly("Zebra number 7");
        assertThat(page.select("#h-page, main .pager")).isEmpty();
    }

    @Test
    void aNarrowingOrAnotherOrderBeginsOnTheFirstPage() {
        Document second = page(way(page("/search?q=zebra"), "next"));

        assertThat(second.select(".filters a, .facets a, .search-form input").outerHtml())
                .doesNotContain("cursor");
    }

    @Test
    void anAddressThatWasTamperedWithSaysSoAndLeadsToTheFirstPage() {
        String next = way(page("/search?q=zebra"), "next").replaceFirst("#.*", "");
        for (String odd :
                List.of(
                        "/search?q=zebra&cursor=x",
                        "/search?q=zebra&cursor=%00",
                        next.replace("cursor=", "cursor=A"),
                        next + "&cursor=" + "A".repeat(46),
                        next.replace("q=zebra", "q=zebra&order=newest"))) {
            HttpResponse<String> answer = reader.get(odd);
            assertThat(answer.statusCode()).as(odd).isEqualTo(422);
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("main .say").text()).contains("Please search again");
            assertThat(page.select("main a:contains(First page)").attr("href"))
                    .startsWith("/search?q=zebra")
                    .doesNotContain("cursor");
        }
        assertThat(reader.get("/search?q=zebra" + "&cursor=x".repeat(500)).statusCode())
                .isEqualTo(422);
    }
}
