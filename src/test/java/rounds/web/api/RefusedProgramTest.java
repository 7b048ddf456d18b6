package rounds.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;

import java.util.List;
import java.util.Map;

/// What a program sends that cannot be taken is named, and nothing changes.
class RefusedProgramTest {
    private static final Site SITE = Site.running();
    private static final String HOME = "/api/v1/communities/home-care/discussions";

    private Api api;
    private String discussion;

    @BeforeEach
    void open() {
        SITE.db().empty();
        api = SITE.api(SITE.person("ada"));
        api.post(
                "/api/v1/communities",
                Map.of("name", "Home care", "visibility", "public", "languages", List.of("en")),
                null);
        Api.Answer opened = api.post(HOME, opening("A list.", "en"), null);
        discussion = "/api/v1/discussions/" + opened.body().get("id").asText();
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThat(refused(api.get(HOME + "?limit=abc"), 400)).isEqualTo("limit");
        assertThat(refused(api.get(HOME + "?limit=0"), 422)).isEqualTo("limit");
        assertThat(refused(api.get("/api/v1/search?q=list&kind=rant"), 422)).isEqualTo("kind");
        assertThat(refused(api.get(discussion + "/posts?view=zzz"), 422)).isEqualTo("view");
        assertThat(refused(api.get(discussion + "/posts?after=!"), 422)).isEqualTo("after");
        assertThat(detail(api.send("POST", HOME, "{\"kind\":")))
                .contains("The body cannot be read");
        assertThat(refused(api.send("POST", "/api/v1/tokens", "{\"pass\":\"x\"}"), 400))
                .isEqualTo("pass");
        assertThat(api.get(HOME + "?limit=5000").status()).isEqualTo(200);
    }

    @Test
    void aLanguageThatNobodySpeaksIsRefused() {
        assertThat(refused(api.post(HOME, opening("Words.", "xx"), null), 422))
                .isEqualTo("language");
        assertThat(refused(api.send("PATCH", discussion, "{\"language\":\"xx\"}"), 422))
                .isEqualTo("language");
        assertThat(api.send("PATCH", discussion, "{\"language\":\"fr-CA\"}").status())
                .isEqualTo(200);
    }

    @Test
    void whatChangesNothingRaisesNoRevision() {
        int before = api.get(discussion).body().get("revision").asInt();

        assertThat(api.send("PATCH", discussion, "{}").status()).isEqualTo(200);

        assertThat(api.get(discussion).body().get("revision").asInt()).isEqualTo(before);
    }

    @Test
    void lengthIsCountedInCharacters() {
        String replies = discussion + "/posts";

        assertThat(api.post(replies, Map.of("body", "\uD83D\uDE37".repeat(64_000)), null).status())
                .isEqualTo(201);
        assertThat(
                        refused(
                                api.post(
                                        replies,
                                        Map.of("body", "\uD83D\uDE37".repeat(64_001)),
                                        null),
                                422))
                .isEqualTo("body");
    }

    @Test
    void thePlaceOfAGonePostHasNoId() {
        String replies = discussion + "/posts";
        Api.Answer gone = api.post(replies, Map.of("body", "Not this."), null);
        String id = gone.body().get("id").asText();
        api.post(replies, Map.of("body", "This.", "parent", id), null);
        api.delete("/api/v1/posts/" + id);

        var place = SITE.api(SITE.person("ben")).get(replies).body().get("items").get(1);

        assertThat(place.get("gone").asBoolean()).isTrue();
        assertThat(place.hasNonNull("id")).isFalse();
    }

    private static Map<String, String> opening(String body, String language) {
        return Map.of("kind", "question", "title", "Whose?", "body", body, "language", language);
    }

    private static String refused(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer.body().get("errors").get(0).get("field").asText();
    }

    private static String detail(Api.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        return answer.body().path("detail").asText();
    }
}
