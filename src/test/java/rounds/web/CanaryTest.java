package rounds.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Somebody's name, put into each field in turn, is found before it is shown to anybody: in a
/// title, a tag, the words of an image, an option of a poll, whatever a story is made of.
class CanaryTest {
    private static final Site SITE = Site.running();
    private static final String CANARY = "Mrs. Kowalski";
    private static final String CASES = "/api/v1/communities/valley/cases";

    private Somebody member;
    private Somebody other;
    private Visit ada;
    private Visit ben;
    private Api program;
    private Api visitor;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        member = SITE.person("ada");
        other = SITE.person("ben");
        SITE.member(valley, member);
        SITE.member(valley, other);
        ada = SITE.as(member);
        ben = SITE.as(other);
        program = SITE.api(member);
        visitor = SITE.api();
    }

    @Test
    void noFieldOfAStoryIsReadWithIt() {
        var facts =
                Map.of(
                        "title", "{\"title\":\"%s\"}",
                        "practice", "{\"practice\":\"%s\"}",
                        "conditions", "{\"conditions\":[\"%s\"]}",
                        "tags", "{\"tags\":[\"%s\"]}",
                        "learning", "{\"learning\":[\"%s\"]}",
                        "took_part", "{\"tookPart\":[{\"who\":\"%s\",\"how\":\"consultation\"}]}",
                        "led", "{\"led\":\"%s\"}",
                        "patient_words", "{\"patientView\":\"yes\",\"patientWords\":\"%s\"}");
        var missed = new ArrayList<String>();
        for (var one : facts.entrySet()) {
            String story = ready();
            Api.Answer said = program.send("PATCH", story, one.getValue().formatted(CANARY));
            assertThat(said.status()).as(one.getKey() + said).isEqualTo(200);
            found(story, one.getKey(), missed);
        }
        for (String part :
                List.of(
                        "matters",
                        "story",
                        "context",
                        "tried",
                        "departed",
                        "came",
                        "measures",
                        "questions",
                        "sources")) {
            String story = ready();
            part(story, part, part.equals("story") ? 1 : 0, CANARY + " slept.");
            found(story, part, missed);
        }
        String inside = ready();
        program.send(
                "PUT",
                inside + "/authority",
                "{\"ground\":\"consent_other\",\"ofWhom\":\"%s\",\"reference\":\"%s\"}"
                        .formatted(CANARY, CANARY));
        found(inside, "of_whom", missed);
        found(inside, "reference", missed);
        assertThat(missed).isEmpty();
    }

    /// A story that lacks nothing.
    private String ready() {
        String story =
                "/api/v1/cases/"
                        + program.post(CASES, Map.of("title", "A fall"), null)
                                .body()
                                .get("id")
                                .asText();
        part(story, "story", 0, "It happened at home.");
        program.send("PUT", story + "/authority", "{\"ground\":\"composite\"}");
        program.send("PATCH", story, "{\"outcome\":\"mixed\",\"learning\":[\"Ask first\"]}");
        assertThat(program.get(story + "/check").body().get("missing")).isEmpty();
        return story;
    }

    private void part(String story, String part, int revision, String words) {
        assertThat(
                        program.send(
                                        "PUT",
                                        story + "/parts/" + part,
                                        "{\"body\":\"" + words + "\"}",
                                        "\"" + revision + "\"")
                                .status())
                .as(part)
                .isEqualTo(200);
    }

    private void found(String story, String field, List<String> missed) {
        int published = program.send("POST", story + "/publication", "{}").status();
        boolean asked =
                program.get(story + "/check").body().toString().contains("\"" + field + "\"");
        if (published != 422 || !asked || visitor.get(story).status() != 404) {
            missed.add(field);
        }
    }

    @Test
    void nothingThatIsSaidOfAStoryIsReadWithIt() {
        String story = ready();
        assertThat(program.send("POST", story + "/publication", "{}").status()).isEqualTo(200);
        String page = story.replace("/api/v1", "");

        String body = CANARY + " slept.";
        assertThat(ada.post(page + "/follow-ups", "months", "3", "body", body).body())
                .contains("<mark>Kowalski</mark>");
        assertThat(
                        ben.post(
                                        page + "/trial",
                                        "result",
                                        "partly",
                                        "setting",
                                        "home",
                                        "note",
                                        body)
                                .body())
                .contains("<mark>Kowalski</mark>");
        assertThat(SITE.visitor().get(page).body()).doesNotContain("Kowalski");
    }

    @Test
    void noFieldOfADiscussionIsReadWithIt() {
        var clean = new LinkedHashMap<String, String>();
        clean.put("kind", "question");
        clean.put("title", "A fall");
        clean.put("body", "What would you do?");
        clean.put("tags", "falls");
        var canaries = new LinkedHashMap<String, Map<String, String>>();
        canaries.put("title", Map.of("title", CANARY));
        canaries.put("body", Map.of("body", CANARY + " fell."));
        canaries.put("tag", Map.of("tags", "falls, mrs-kowalski"));
        canaries.put("alt", Map.of("body", "![" + CANARY + " at home](/i/0scm9jkhkw8kw)"));
        canaries.put("caption", Map.of("body", "![A chair](/i/0scm9jkhkw8kw \"" + CANARY + "\")"));
        canaries.put("link", Map.of("body", "[" + CANARY + "](https://example.org)"));
        canaries.put("poll", poll("Would you call " + CANARY + "?", "Yes\nNo"));
        canaries.put("option", poll("Whom would you call?", CANARY + "\nNobody"));
        var missed = new ArrayList<String>();
        for (var one : canaries.entrySet()) {
            var fields = new HashMap<>(clean);
            fields.putAll(one.getValue());
            HttpResponse<String> answer = ada.post("/c/valley/discussions", pairs(fields));
            String marked = one.getKey().equals("tag") ? "mrs-kowalski" : "Kowalski";
            if (answer.statusCode() != 200
                    || !answer.body().contains("<mark>" + marked + "</mark>")) {
                missed.add(one.getKey() + " " + answer.statusCode());
            }
        }
        assertThat(missed).isEmpty();
        assertThat(SITE.db().count("select count(*) from discussion")).isZero();
    }

    @Test
    void nothingThatIsSaidOfAPostIsReadWithIt() {
        Api.Answer opened =
                program.post(
                        "/api/v1/communities/valley/discussions",
                        Map.of("kind", "question", "title", "A fall", "body", "What now?"),
                        null);
        String discussion = opened.body().get("id").asText();
        Api.Answer answered =
                SITE.api(other)
                        .post(
                                "/api/v1/discussions/" + discussion + "/posts",
                                Map.of("body", "Call them."),
                                null);
        String post = "/p/" + answered.body().get("id").asText();

        assertThat(ada.post(post + "/tried", "outcome", "partly", "note", CANARY).body())
                .contains("<mark>Kowalski</mark>");
        assertThat(ada.post(post + "/helped", "why", CANARY + " slept").body())
                .contains("<mark>Kowalski</mark>");
        assertThat(ben.post(post + "/edit", "body", CANARY + " slept", "revision", "1").body())
                .contains("<mark>Kowalski</mark>");
        assertThat(ben.post(post + "/poll", pairs(poll("Call " + CANARY + "?", "Yes\nNo"))).body())
                .contains("<mark>Kowalski</mark>");
        assertThat(SITE.visitor().get("/d/" + discussion).body()).doesNotContain("Kowalski");
    }

    private static Map<String, String> poll(String question, String options) {
        return Map.of(
                "poll-question", question,
                "poll-options", options,
                "poll-kind", "single",
                "poll-ballots", "closed",
                "poll-results", "always");
    }

    private static String[] pairs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    @Test
    void noFieldOfAResourceIsReadWithIt() {
        var missed = new ArrayList<String>();
        for (String field :
                List.of("title", "description", "tags", "keywords", "abstractText", "body")) {
            var words = new HashMap<String, Object>();
            words.put("kind", "tool");
            words.put("title", "A list");
            words.put("body", "Ten things.");
            boolean names = Arrays.asList("tags", "keywords").contains(field);
            words.put(field, names ? List.of("mrs-kowalski") : CANARY + " slept.");
            Api.Answer answer = program.post("/api/v1/communities/valley/resources", words, null);
            if (answer.status() != 422
                    || !answer.body().path("passages").toString().contains("\"" + field + "\"")) {
                missed.add(field + " " + answer.status());
            }
        }
        assertThat(missed).isEmpty();
        assertThat(SITE.db().count("select count(*) from resource")).isZero();
    }
}
