package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.FrameServer;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class AssetTest {
    private static FrameServer server;

    @BeforeAll
    static void start() {
        server = new FrameServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyAssetOfAPageIsThereForEver() {
        var page = Jsoup.parse(server.get("/about/help").body());
        var addresses = page.select("link[href^=/assets]").eachAttr("href");
        addresses.addAll(page.select("script").eachAttr("src"));
        addresses.add(page.select("use").attr("href").replaceFirst("#.*", ""));

        assertThat(addresses).hasSize(4);
        for (String address : addresses) {
            HttpResponse<String> asset = server.get(address);
            assertThat(asset.statusCode()).as(address).isEqualTo(200);
            assertThat(asset.headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=31536000, immutable");
            assertThat(asset.headers().allValues("Set-Cookie")).isEmpty();
            assertThat(asset.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
    }

    @Test
    void aFirstViewIsLightAndAsksLittle() {
        HttpResponse<String> page = packed("/about/help");
        var html = server.get("/about/help").body();
        int weight = page.body().length();
        for (String address : Jsoup.parse(html).select("link[href^=/assets]").eachAttr("href")) {
            weight += packed(address).body().length();
        }
        weight += packed(Jsoup.parse(html).select("script").attr("src")).body().length();
        weight +=
                packed(Jsoup.parse(html).select("use").attr("href").replaceFirst("#.*", ""))
                        .body()
                        .length();

        // The font's 23 kB come on top; together they stay below 60 kB.
        assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(weight).isLessThan(35_000);
    }

    @Test
    void whatAScriptImportsIsKeptForEverToo() {
        String rounds = Jsoup.parse(server.get("/about/help").body()).select("script").attr("src");
        var imported = Pattern.compile("import\\(\"(/assets/[^\"]+)\"\\)");

        List<String> addresses =
                imported.matcher(server.get(rounds).body())
                        .results()
                        .map(found -> found.group(1))
                        .toList();

        assertThat(addresses).isNotEmpty();
        for (String address : addresses) {
            assertThat(server.get(address).headers().firstValue("Cache-Control"))
                    .hasValue("public, max-age=31536000, immutable");
        }
    }

    @Test
    void anOldAddressGivesWhatIsThereNowAndNotForLong() {
        HttpResponse<String> asset = server.get("/assets/0000000000000000/rounds.css");

        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("Cache-Control")).hasValue("public, max-age=60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/x/none.css",
                "/assets/x/../messages/en.properties",
                "/assets/x/%2e%2e/messages/en.properties",
                "/assets/x/"
            })
    void nothingElseIsServed(String address) {
        assertThat(server.get(address).statusCode()).isEqualTo(404);
    }

    // Read as Latin-1 below, so that characters are bytes.
    private static HttpResponse<String> packed(String path) {
        return server.sendForBytes(server.to(path).header("Accept-Encoding", "gzip"));
    }
}
