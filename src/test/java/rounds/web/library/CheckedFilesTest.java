package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.library.Readings;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A file that could tell who a patient is, from sending it to its being shared.
class CheckedFilesTest {
    private static final Site SITE = Site.running();
    private static final String NAMED =
            "Falls at home\nThe patient, Mrs. Harriet Whitcombe, fell twice.\n";
    private static final String CLEAN = "Falls at home\nHow to prevent them.\n";

    private Somebody ada;
    private Somebody ben;
    private Somebody mod;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "private");
        ada = SITE.person("ada");
        ben = SITE.person("ben");
        mod = SITE.person("mod");
        SITE.member(valley, ada);
        SITE.member(valley, ben);
        SITE.member(valley, mod, "moderator");
    }

    @Test
    void whatIsFoundIsShownAndAnsweredInPlace() {
        String resource = shared(NAMED);
        String check = resource + "/v/1/check";

        Document page = Jsoup.parse(SITE.as(ada).get(check).body());
        assertThat(page.select(".found .passage").text()).contains("The patient, Mrs.");
        assertThat(page.select(".found mark").eachText()).contains("Harriet Whitcombe");
        assertThat(SITE.as(ben).get(resource).statusCode()).isEqualTo(404);
        assertThat(SITE.as(ben).get(check).statusCode()).isEqualTo(404);
        assertThat(SITE.as(ben).get(resource + "/v/1/file").statusCode()).isEqualTo(404);
        assertThat(SITE.as(ben).get("/c/valley/library").body()).doesNotContain(resource);
        assertThat(SITE.as(mod).get("/c/valley/moderation").body()).contains(check);
        assertThat(SITE.as(mod).get(check).body()).doesNotContain("name=\"reason\"");
        assertThat(follow(ada, resource)).contains("Harriet Whitcombe", "until you have looked");

        Visit visit = SITE.as(ada);
        String version = page.select("input[name=version]").attr("value");
        HttpResponse<String> unticked =
                visit.post(check, "csrf", visit.csrf(), "version", version, "reason", "Invented");
        assertThat(unticked.statusCode()).isEqualTo(422);
        assertThat(unticked.body()).contains("Tick the passages", "Invented");
        HttpResponse<String> answered =
                visit.post(
                        check,
                        "csrf",
                        visit.csrf(),
                        "version",
                        version,
                        "reason",
                        "Invented",
                        "all",
                        "yes");

        assertThat(answered.statusCode()).isEqualTo(303);
        assertThat(follow(ben, resource)).contains("Falls at home").doesNotContain("Invented");
        assertThat(SITE.as(ben).get(check).statusCode()).as("of no interest").isEqualTo(303);
        assertThat(SITE.as(mod).get(check).body()).contains("Invented");
    }

    @Test
    void aCleanFileIsShared() {
        assertThat(follow(ben, shared(CLEAN))).contains("Falls at home");
    }

    @Test
    void theNameOfAFileIsAskedAbout() {
        HttpResponse<String> asked = share("TREMBLAY_Marie_DOB.txt", CLEAN);

        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.body()).contains("<mark>TREMBLAY_Marie_DOB.txt</mark>");
    }

    @Test
    void aProgramReadsWhatWasFoundAndAnswers() {
        String resource = shareAsProgram(NAMED);
        JsonNode version = version(resource);
        assertThat(version.get("state").asText()).isEqualTo("held");
        assertThat(version.get("looked").asText()).isEqualTo("waiting");
        Readings.readAll(SITE);
        String findings =
                "/api/v1/resources/"
                        + resource
                        + "/versions/"
                        + version.get("id").asText()
                        + "/findings";

        JsonNode found = SITE.api(ada).get(findings).body();
        assertThat(found.get("looked").asText()).isEqualTo("asks");
        assertThat(found.get("findings").get(0).get("passage").asText())
                .isEqualTo("Harriet Whitcombe");
        assertThat(SITE.api(ben).get(findings).status()).isEqualTo(404);
        assertThat(SITE.api(ben).get("/api/v1/resources/" + resource).status()).isEqualTo(404);
        assertThat(
                        SITE.api(mod)
                                .get("/api/v1/communities/valley/resources/held")
                                .body()
                                .get("items"))
                .hasSize(1);
        assertThat(SITE.api(ada).send("POST", findings, "{}").status()).isEqualTo(422);
        assertThat(SITE.api(mod).send("POST", findings, "{\"reason\":\"Invented\"}").status())
                .isEqualTo(409);

        JsonNode answered =
                SITE.api(ada).send("POST", findings, "{\"reason\":\"Invented\"}").body();

        assertThat(answered.get("state").asText()).isEqualTo("current");
        assertThat(answered.get("open").asInt()).isZero();
        assertThat(SITE.api(ben).get("/api/v1/resources/" + resource).status()).isEqualTo(200);
    }

    private JsonNode version(String resource) {
        return SITE.api(ada)
                .get("/api/v1/resources/" + resource + "/versions")
                .body()
                .get("items")
                .get(0);
    }

    private static String follow(Somebody person, String path) {
        HttpResponse<String> answer = SITE.as(person).get(path);
        return answer.statusCode() == 301
                ? SITE.as(person).get(answer.headers().firstValue("Location").orElseThrow()).body()
                : answer.body();
    }

    private HttpResponse<String> share(String name, String text) {
        Visit visit = SITE.as(ada);
        var fields = new LinkedHashMap<String, String>();
        fields.put("csrf", visit.csrf());
        fields.put("form", "file");
        fields.put("kind", "guideline");
        fields.put("title", "Falls at home");
        fields.put("language", "en");
        return visit.sendBytes(
                "/c/valley/library", "multipart/form-data; boundary=b", form(fields, name, text));
    }

    /// The address of what was shared, once it has been looked at: the form waits for that only
    /// some seconds.
    private String shared(String text) {
        HttpResponse<String> sent = share("guide.txt", text);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        Readings.readAll(SITE);
        return sent.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("(/r/\\w{13}).*", "$1");
    }

    private String shareAsProgram(String text) {
        HttpResponse<String> answer =
                SITE.visitor()
                        .header("Authorization", "Bearer " + ada.accessToken())
                        .sendBytes(
                                "/api/v1/communities/valley/resources",
                                "multipart/form-data; boundary=b",
                                form(
                                        Map.of("title", "Falls at home", "kind", "guideline"),
                                        "guide.txt",
                                        text));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.body().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }

    private static byte[] form(Map<String, String> fields, String name, String text) {
        var body = new StringBuilder();
        fields.forEach((field, value) ->
                body.append("--b\r\nContent-Disposition: form-data; name=\"")
                        .append(field)
                        .append("\"\r\n\r\n")
                        .append(value)
                        .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/plain\r\n\r\n")
                .append(text)
                .append("\r\n--b--\r\n");
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
