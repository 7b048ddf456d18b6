package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import rounds.support.FrameServer;

import java.net.http.HttpResponse;
import java.util.Map;

class FrameTest {
    private static FrameServer server;

    @BeforeAll
    static void start() {
        server = new FrameServer(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing/here, 404, Not here",
        "/frame/trouble/hidden, 404, Not here",
        "/frame/trouble/forbidden, 403, Not for you to do",
        "/frame/trouble/conflict, 409, A sentence of its own.",
        "/frame/trouble/invalid, 422, Not taken yet",
        "/frame/trouble/too-many, 429, Wait 7 seconds",
        "/frame/number/many, 400, does not make sense",
    })
    void expectedTroubleEndsInAPageThatHelps(String path, int status, String words) {
        HttpResponse<String> page = server.get(path);

        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(page.body()).contains(words).contains("<a class=\"skip\"");
    }

    @Test
    void unexpectedTroubleShowsAnIdAndNothingElse() {
        for (String path : new String[] {"/frame/trouble/other", "/frame/broken-template"}) {
            HttpResponse<String> page = server.get(path);

            assertThat(page.statusCode()).isEqualTo(500);
            assertThat(page.body())
                    .contains("If you write to us about it, say ")
                    .doesNotContain("select secret", "Hidden.java", "frame/none", "Exception");
        }
    }

    @Test
    void aVisitorIsSentToSignInAndBack() {
        HttpResponse<String> page = server.get("/frame/mine?a=b");

        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location"))
                .hasValue("/sign-in?next=%2Fframe%2Fmine%3Fa%3Db");
    }

    @Test
    void belowTheApiTroubleIsProblemJson() {
        HttpResponse<String> answer = server.get("/api/v1/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":404");
    }

    @Test
    void whatIsHiddenLooksLikeWhatIsNotThere() {
        String hidden = anonymous(server.get("/frame/trouble/hidden"), "/frame/trouble/hidden");
        String missing =
                anonymous(server.get("/frame/trouble/hidden/x"), "/frame/trouble/hidden/x");

        assertThat(hidden).isEqualTo(missing);
    }

    // Without what differs from one answer to the next, whatever it says.
    private static String anonymous(HttpResponse<String> page, String path) {
        return page.statusCode()
                + page.headers().map().keySet().toString()
                + page.body()
                        .replace("\"" + path + "\"", "")
                        .replaceAll("(name=\"csrf\" value=)\"[^\"]*\"", "$1");
    }

    @Test
    void whoseSessionEndedIsSignedOutAndTold() {
        HttpResponse<String> answer = server.get("/frame/trouble/ended");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("s=;"))
                .anyMatch(cookie -> cookie.startsWith("r=;"))
                .anyMatch(cookie -> cookie.startsWith("flash=trouble.session-ended"));
        String next =
                server.send(
                                server.to("/about/help")
                                        .header("Cookie", "flash=trouble.session-ended"))
                        .body();
        assertThat(next).contains("You have been signed out.");
    }

    @Test
    void aFlashSaysOnlySentencesOfOurs() {
        String page =
                server.send(server.to("/about/help").header("Cookie", "flash=Pay-here")).body();

        assertThat(page).doesNotContain("Pay-here").doesNotContain("class=\"say");
    }

    @Test
    void anotherThemeOverridesFileByFile() {
        try (var themed = new FrameServer(Map.of("rounds.theme", "plain"))) {
            String page = themed.get("/about/help").body();

            assertThat(page)
                    .contains(
                            "A theme of Harbour and Hills",
                            "Straight to the words",
                            "class=\"masthead\"")
                    .doesNotContain("/about/accessibility");
            String sheet = page.replaceAll("(?s).*rel=\"stylesheet\" href=\"([^\"]+)\".*", "$1");
            assertThat(themed.get(sheet).body()).contains("--pen:#7a1f5c", ".masthead");
        }
    }
}
