package rounds.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A program is asked about what could tell who a patient is, as a person is who fills in a form:
/// nobody reads it before somebody has looked.
class AskedProgramTest {
    private static final Site SITE = Site.running();
    private static final String HOME = "/api/v1/communities/valley/discussions";
    private static final String LIBRARY = "/api/v1/communities/valley/resources";

    private Api ada;
    private Api ben;
    private String discussion;

    @BeforeEach
    void open() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        Somebody one = SITE.person("ada");
        Somebody other = SITE.person("ben");
        SITE.member(valley, one);
        SITE.member(valley, other);
        ada = SITE.api(one);
        ben = SITE.api(other);
        Api.Answer opened = ada.post(HOME, opening("A fall", "What would you do?"), null);
        assertThat(opened.status()).isEqualTo(201);
        discussion = "/api/v1/discussions/" + opened.body().get("id").asText();
    }

    private static Map<String, Object> opening(String title, String body) {
        return Map.of("kind", "question", "title", title, "body", body);
    }

    @Test
    void aPostIsSentAfterALookAtExactlyItsPassages() {
        var words = Map.of("body", "Mrs. Kowalski fell. Call 604-555-0199.");

        JsonNode asked = asked(ada.post(discussion + "/posts", words, null), "body", "Kowalski");
        assertThat(asked.get("passages")).hasSize(2);
        assertThat(asked.get("passages").get(0).get("instead").get(0).asText())
                .isEqualTo("The patient");
        assertThat(asked.get("passages").get(1).get("kind").asText()).isEqualTo("phone");
        assertThat(asked.get("errors").get(0).get("message").asText()).contains("Kowalski");
        assertThat(asked.get("detail").asText()).contains("identified");

        String looked = asked.get("identified").asText();
        asked(
                ada.post(
                        discussion + "/posts",
                        Map.of("body", "Mr. Brown fell.", "identified", looked),
                        null),
                "body",
                "Brown");
        assertThat(SITE.db().count("select count(*) from post")).isEqualTo(1);
        assertThat(
                        ada.post(discussion + "/posts", with(words, "identified", looked), null)
                                .status())
                .isEqualTo(201);
    }

    @Test
    void everyWayOfSayingSomethingIsAskedAbout() {
        String note = "\"note\":\"Mrs. Kowalski slept.\"";
        String post = ada.get(discussion + "/posts").body().at("/items/0/id").asText();
        var list = Map.of("kind", "tool", "title", "A list", "body", "Ten things.");
        String resource = ada.post(LIBRARY, list, null).body().get("id").asText();

        asked(ada.post(HOME, opening("Mrs. Kowalski", "Who?"), null), "title", "Kowalski");
        asked(
                ada.post(
                        HOME,
                        with(opening("A fall", "Who?"), "tags", List.of("mrs-kowalski")),
                        null),
                "tags",
                "mrs-kowalski");
        asked(
                ada.send("PATCH", discussion, "{\"body\":\"Mrs. Kowalski fell.\"}"),
                "body",
                "Kowalski");
        asked(
                ada.send("PATCH", "/api/v1/posts/" + post, "{\"body\":\"Mrs. Kowalski fell.\"}"),
                "body",
                "Kowalski");
        asked(
                ben.send(
                        "PUT",
                        "/api/v1/posts/" + post + "/reactions/tried",
                        "{\"outcome\":\"partly\"," + note + "}"),
                "note",
                "Kowalski");
        asked(
                ben.send("PUT", "/api/v1/resources/" + resource + "/practice", "{" + note + "}"),
                "note",
                "Kowalski");
        asked(
                ada.send(
                        "PATCH",
                        "/api/v1/resources/" + resource,
                        "{\"description\":\"Of Mrs. Kowalski.\"}"),
                "description",
                "Kowalski");
        asked(
                ada.send(
                        "POST",
                        "/api/v1/resources/" + resource + "/versions",
                        "{\"body\":\"Of Mrs. Kowalski.\"}"),
                "body",
                "Kowalski");
        asked(
                ada.send(
                        "PUT",
                        "/api/v1/posts/" + post + "/poll",
                        "{\"question\":\"Whom?\",\"options\":[\"Mrs. Kowalski\",\"Nobody\"]}"),
                "poll-options",
                "Kowalski");
        asked(
                ada.post(
                        "/api/v1/notes",
                        Map.of("to", List.of("ben"), "body", "Mrs. Kowalski fell."),
                        null),
                "body",
                "Kowalski");
        assertThat(SITE.db().count("select count(*) from post")).isEqualTo(1);
        assertThat(SITE.db().count("select count(*) from reaction")).isZero();
    }

    @Test
    void theNameOfAFileIsAskedAboutBeforeTheFileIsTaken() {
        Api.Answer asked = shared("A list", "Kowalski_Anna_list.txt", Map.of());

        JsonNode body = asked(asked, "file-name", "Kowalski_Anna_list.txt");
        assertThat(SITE.db().count("select count(*) from resource")).isZero();
        assertThat(
                        shared(
                                        "A list",
                                        "Kowalski_Anna_list.txt",
                                        Map.of("identified", body.get("identified").asText()))
                                .status())
                .isEqualTo(201);
    }

    private Api.Answer shared(String title, String name, Map<String, String> more) {
        var fields = new HashMap<String, String>(more);
        fields.put("title", title);
        fields.put("kind", "tool");
        return ada.postFile(
                LIBRARY, fields, name, "Ten things.".getBytes(StandardCharsets.UTF_8), name + more);
    }

    @Test
    void whatIsCertainNobodyConfirms() {
        JsonNode asked =
                asked(
                        ada.post(discussion + "/posts", Map.of("body", "Card 9698658215."), null),
                        "body",
                        "9698658215");

        assertThat(asked.get("passages").get(0).get("certain").asBoolean()).isTrue();
        assertThat(asked.has("identified")).isFalse();
    }

    @Test
    void whereNobodyIsAskedNoProgramIs() {
        SITE.db().run("update community set asks_identifiers = false");

        assertThat(
                        ada.post(discussion + "/posts", Map.of("body", "Mrs. Kowalski fell."), null)
                                .status())
                .isEqualTo(201);
    }

    private static JsonNode asked(Api.Answer answer, String field, String passage) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        var passages = new ArrayList<List<String>>();
        answer.body()
                .path("passages")
                .forEach(one ->
                        passages.add(
                                List.of(one.get("field").asText(), one.get("passage").asText())));
        assertThat(passages).contains(List.of(field, passage));
        return answer.body();
    }

    private static Map<String, Object> with(Map<String, ?> words, String field, Object value) {
        var more = new HashMap<String, Object>(words);
        more.put(field, value);
        return more;
    }
}
