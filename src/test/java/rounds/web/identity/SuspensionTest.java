package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Whose account is suspended can do nothing more from that moment on, by whatever way she was in.
class SuspensionTest {
    private static final Site SITE = Site.running();

    private Somebody ada;
    private String discussion;

    @BeforeEach
    void settle() {
        SITE.db().empty();
        ada = SITE.person("ada");
        Api api = SITE.api(ada);
        api.post("/api/v1/communities", Map.of("name", "Valley"), null);
        discussion =
                api.post(
                                "/api/v1/communities/valley/discussions",
                                Map.of("kind", "question", "title", "Whose?", "body", "A list."),
                                null)
                        .body()
                        .get("id")
                        .asText();
    }

    @Test
    void everyWayInIsClosedAtOnce() {
        Visit browser = SITE.as(ada);
        String csrf = browser.csrf();
        suspend();

        Api api = SITE.api(ada);
        List<Integer> answers =
                List.of(
                        api.get("/api/v1/me").status(),
                        api.get("/api/v1/search?q=list").status(),
                        api.get("/api/v1/discussions/" + discussion).status(),
                        reply(api),
                        SITE.api().post("/api/v1/tokens", login(), null).status(),
                        SITE.api()
                                .post(
                                        "/api/v1/tokens/refresh",
                                        Map.of("refreshToken", ada.refreshToken()),
                                        null)
                                .status(),
                        browser.postBody(
                                        "/d/" + discussion + "/posts",
                                        "csrf=" + csrf + "&body=Words")
                                .statusCode());

        assertThat(answers).allMatch(status -> status == 401 || status == 422);
        assertThat(browser.get("/settings").headers().firstValue("Location").orElseThrow())
                .startsWith("/sign-in");
        assertThat(SITE.db().count("select count(*) from post")).isEqualTo(1);
    }

    @Test
    void aPasswordThatIsRightSignsNobodyIn() {
        suspend();
        long before = SITE.db().count("select count(*) from session");

        var answer = SITE.visitor().post("/sign-in", "login", "ada", "password", Site.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(SITE.db().count("select count(*) from session")).isEqualTo(before);
    }

    /// The form is on its way: its first half was sent before.
    @Test
    void aFormThatIsStillBeingSentIsNotTaken() throws IOException {
        String body = "{\"body\":\"" + "half ".repeat(4_000) + "\"}";
        try (var socket = new Socket("localhost", SITE.address("/").getPort())) {
            socket.setSoTimeout(20_000);
            var out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/discussions/"
                                    + discussion
                                    + "/posts HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                                    + ada.accessToken()
                                    + "\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length()
                                    + "\r\n\r\n"
                                    + body.substring(0, 9_000))
                            .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // The server answers others meanwhile, so it has taken in that half.
            assertThat(SITE.visitor().get("/about/help").statusCode()).isEqualTo(200);
            suspend();
            out.write(body.substring(9_000).getBytes(StandardCharsets.US_ASCII));
            out.flush();

            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 401");
        }
        assertThat(SITE.db().count("select count(*) from post")).isEqualTo(1);
    }

    private int reply(Api api) {
        return api.post("/api/v1/discussions/" + discussion + "/posts", Map.of("body", "B"), null)
                .status();
    }

    private static Map<String, String> login() {
        return Map.of("login", "ada", "password", Site.PASSWORD);
    }

    private void suspend() {
        SITE.db().run("update account set suspended_at = now() where person_id = " + ada.id());
    }
}
