package rounds.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.FrameServer;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

class HeadersTest {
    private static FrameServer server;
    private static FrameServer secure;

    @BeforeAll
    static void start() {
        server = new FrameServer(Map.of());
        secure = new FrameServer(Map.of("rounds.base-url", "https://rounds.example.org"));
    }

    @AfterAll
    static void stop() {
        server.close();
        secure.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/about/help",
                "/nothing",
                "/api/v1/nothing",
                "/frame/trouble/other",
                "/frame/mine"
            })
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains(
                        "default-src 'none'",
                        "script-src 'self'",
                        "frame-ancestors 'none'",
                        "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Opener-Policy"))
                .hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy"))
                .hasValue("same-origin");
        assertThat(answer.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=()");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void overTlsCookiesDemandItAlsoBehindAProxy() {
        HttpResponse<String> answer = secure.getPlainly("/about/help");

        assertThat(answer.headers().firstValue("Strict-Transport-Security").orElseThrow())
                .contains("max-age=63072000");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("__Host-visit=")
                .contains("Secure", "HTTPOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void theLanguageIsTheCookiesThenTheBrowsers() {
        assertThat(language(server.get("/about/help"))).isEqualTo("en");
        assertThat(
                        language(
                                server.send(
                                        server.to("/about/help")
                                                .header("Accept-Language", "fr-CA"))))
                .isEqualTo("fr");
        assertThat(
                        language(
                                server.send(
                                        server.to("/about/help")
                                                .header("Accept-Language", "fr-CA")
                                                .header("Cookie", "lang=en"))))
                .isEqualTo("en");
    }

    @Test
    void theSwitchesWorkWithoutScriptsAndComeBackHere() {
        HttpResponse<String> page = server.get("/about/help?from=a");
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var form = Jsoup.parse(page.body()).select("form[action=/preferences]").first();
        String fields =
                "csrf="
                        + form.select("[name=csrf]").val()
                        + "&next="
                        + form.select("[name=next]").val();

        HttpResponse<String> answer =
                server.send(
                        server.to("/preferences")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", server.origin())
                                .header("Cookie", cookie)
                                .POST(BodyPublishers.ofString(fields + "&light=dark&lang=fr")));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/about/help?from=a");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(set -> set.startsWith("light=dark"))
                .anyMatch(set -> set.startsWith("lang=fr"));
        String dark = server.send(server.to("/about/help").header("Cookie", "light=dark")).body();
        assertThat(Jsoup.parse(dark).select("html").attr("data-theme")).isEqualTo("dark");
    }

    @Test
    void aForgedHostChangesNothing() {
        HttpResponse<String> answer =
                server.send(
                        server.to("/frame/mine")
                                .header("X-Forwarded-Host", "evil.example")
                                .header("Forwarded", "host=evil.example"));

        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/about/help/x.css", "/frame/form/x.css", "/frame/form;x.css"})
    void aPathSuffixShowsNobodysPage(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    private static String language(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("html").attr("lang");
    }
}
