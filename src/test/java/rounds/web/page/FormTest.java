package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.FrameServer;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

class FormTest {
    private static FrameServer server;
    private static String cookie;
    private static String token;

    @BeforeAll
    static void start() {
        server = new FrameServer(Map.of());
        HttpResponse<String> page = server.get("/frame/form");
        cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        token = Jsoup.parse(page.body()).select("input[name=csrf]").val();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {900, 5_000, 60_000, 900_000})
    void takesFormsOfAnyLengthUpToTheLimit(int length) {
        String text = "word ".repeat(length / 5);

        HttpResponse<String> answer = post(fields(token, text), "same-origin", null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(text.length() + " " + text.hashCode());
    }

    @Test
    void takesSixtyThousandUmlautsAndKeepsLineEnds() {
        String text = "ü\n".repeat(30_000);

        HttpResponse<String> answer =
                post(fields(token, text.replace("\n", "\r\n")), "same-origin", null);

        assertThat(answer.body()).isEqualTo(text.length() + " " + text.hashCode());
    }

    @Test
    void takesAFormThatArrivesInManyPieces() {
        String text = "é".repeat(60_000);
        byte[] body = fields(token, text).getBytes(StandardCharsets.US_ASCII);
        var pieces = new java.util.ArrayList<byte[]>();
        for (int from = 0; from < body.length; from += 701) {
            pieces.add(java.util.Arrays.copyOfRange(body, from, Math.min(body.length, from + 701)));
        }

        HttpResponse<String> answer =
                server.send(
                        form().header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofByteArrays(pieces)));

        assertThat(answer.body()).isEqualTo(text.length() + " " + text.hashCode());
    }

    @Test
    void refusesABodyAboveTheLimitWithAPageThatHelps() {
        HttpResponse<String> answer =
                post(fields(token, "x".repeat(3_000_000)), "same-origin", null);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Too much at once");
    }

    @Test
    void refusesTenThousandFields() {
        HttpResponse<String> answer =
                post(fields(token, "x") + "&a=b".repeat(10_000), "same-origin", null);

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void refusesTheCharacterZero() {
        assertThat(post(fields(token, "a\0b"), "same-origin", null).statusCode()).isEqualTo(422);
    }

    @Test
    void aRefusedFormComesBackFilled() {
        String body = fields(token, "") + "&title=" + encoded("\"A\" <title> & more");

        HttpResponse<String> answer = post(body, "same-origin", null);

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("input[name=title]").val()).isEqualTo("\"A\" <title> & more");
        assertThat(page.select("textarea[aria-invalid=true]")).hasSize(1);
    }

    @Test
    void aStaleFormComesBackWithItsWordsAndCanBeSentAgain() {
        HttpResponse<String> stale = post(fields("old", "My words"), "same-origin", null);

        assertThat(stale.statusCode()).isEqualTo(403);
        var page = Jsoup.parse(stale.body());
        assertThat(page.select("#words").val()).isEqualTo("My words");
        var form = page.select("form[action=/frame/form]").first();
        String again =
                "csrf="
                        + form.select("[name=csrf]").val()
                        + "&text="
                        + encoded(form.select("[name=text]").val());
        assertThat(post(again, "same-origin", null).body()).startsWith("8 ");
    }

    @Test
    void wordsAreKeptWhenTheDatabaseCannotBeReached() {
        HttpResponse<String> answer =
                server.send(
                        server.to("/frame/unreachable")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", cookie)
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString(fields(token, "My long words"))));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        var page = Jsoup.parse(answer.body());
        assertThat(page.select("#words").val()).isEqualTo("My long words");
        assertThat(page.select(".lede").text()).contains("will not be there twice");
        assertThat(page.select("form[action=/frame/unreachable] [name=csrf]")).isNotEmpty();
    }

    @Test
    void whoWasSignedOutMeanwhileKeepsHerWords() {
        HttpResponse<String> answer =
                server.send(
                        server.to("/frame/mine")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", cookie)
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString(fields(token, "My long words"))));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Jsoup.parse(answer.body()).select("#words").val()).isEqualTo("My long words");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // Sec-Fetch-Site, Origin, token, expected
                "same-origin, -, good, 200",
                "same-origin, OURS, good, 200",
                "-, OURS, good, 200",
                "-, -, good, 403",
                "-, null, good, 403",
                "-, http://evil.example, good, 403",
                "-, OURS.evil.example, good, 403",
                "cross-site, -, good, 403",
                "cross-site, OURS, good, 403",
                "same-site, OURS, good, 403",
                "none, -, good, 403",
                "same-origin, -, bad, 403",
                "same-origin, -, none, 403",
            })
    void aFormCountsOnlyFromHereAndWithItsToken(
            @Nullable String site, @Nullable String origin, String kind, int expected) {
        String given =
                switch (kind) {
                    case "good" -> token;
                    case "bad" ->
                            token.substring(0, token.length() - 1)
                                    + (token.endsWith("A") ? "B" : "A");
                    default -> "";
                };

        assertThat(post(fields(given, "x"), site, origin).statusCode()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x"})
    void otherKindsOfBodyAreNotTaken(String type) {
        for (String site : new String[] {"same-origin", "cross-site"}) {
            HttpResponse<String> answer =
                    server.send(
                            server.to("/frame/form")
                                    .header("Content-Type", type)
                                    .header("Cookie", cookie)
                                    .header("Sec-Fetch-Site", site)
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"text\":\"x\",\"csrf\":\""
                                                            + token
                                                            + "\"}")));

            assertThat(answer.statusCode()).isEqualTo(site.equals("cross-site") ? 403 : 415);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("text/html;charset=utf-8");
        }
    }

    @Test
    void anotherVisitorsTokenIsWorthNothing() {
        String other =
                Jsoup.parse(server.get("/frame/form").body()).select("input[name=csrf]").val();

        assertThat(post(fields(other, "x"), "same-origin", null).statusCode()).isEqualTo(403);
    }

    @Test
    void theTokenDiffersOnEveryPage() {
        var first = server.send(server.to("/frame/form").header("Cookie", cookie));
        var second = server.send(server.to("/frame/form").header("Cookie", cookie));

        assertThat(Jsoup.parse(first.body()).select("[name=csrf]").val())
                .isNotEqualTo(Jsoup.parse(second.body()).select("[name=csrf]").val());
        assertThat(first.headers().allValues("Set-Cookie")).isEmpty();
    }

    private static HttpResponse<String> post(
            String body, @Nullable String site, @Nullable String origin) {
        HttpRequest.Builder request = form().POST(BodyPublishers.ofString(body));
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.header("Origin", origin.replace("OURS", server.origin()));
        }
        return server.send(request);
    }

    private static HttpRequest.Builder form() {
        return server.to("/frame/form")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie);
    }

    private static String fields(String csrf, String text) {
        return "csrf=" + csrf + "&text=" + encoded(text);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
