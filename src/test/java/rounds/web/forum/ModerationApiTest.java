package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.util.Locale;
import java.util.Map;

/// Keeping order as a program does.
class ModerationApiTest {
    private static final Site SITE = Site.running();
    private static final String DESK = "/api/v1/communities/valley/moderation/";

    private Api ada;
    private Api ben;
    private Api cleo;
    private String discussion;
    private String post;

    @BeforeEach
    void write() {
        SITE.db().empty();
        long valley = SITE.community("valley", "public");
        ada = member(valley, "ada", "moderator");
        ben = member(valley, "ben");
        cleo = member(valley, "cleo");
        discussion =
                made(
                        ben,
                        "/api/v1/communities/valley/discussions",
                        Map.of("kind", "question", "title", "Who reads the faxes?", "body", "?"));
        post = reply(ben, "The clerk does.");
    }

    @Test
    void whatIsReportedLiesBeforeTheModeratorsUntilOneDecides() {
        Api.Answer taken =
                cleo.post(
                        "/api/v1/posts/" + post + "/reports",
                        Map.of("reason", "patient_data", "note", "Mrs K. again."),
                        null);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().get("hidden").asBoolean()).isTrue();

        var report = ada.get(DESK + "reports").body().get("items").get(0);
        assertThat(report.get("note").asText()).isEqualTo("Mrs K. again.");
        assertThat(report.get("reporter").asText()).isEqualTo("cleo");
        assertThat(report.get("post").get("body").asText()).isEqualTo("The clerk does.");
        assertThat(cleo.get(DESK + "reports").status()).isEqualTo(403);

        assertThat(decide(cleo, "restore", "{\"reason\":\"No\"}").status()).isEqualTo(404);
        assertThat(decide(ada, "restore", "{}").status()).isEqualTo(422);
        assertThat(decide(ada, "restore", "{\"reason\":\"Nobody is named.\"}").status())
                .isEqualTo(204);
        assertThat(ada.get(DESK + "reports").body().get("items")).isEmpty();
        assertThat(cleo.get("/api/v1/posts/" + post).status()).isEqualTo(200);
    }

    @Test
    void aDecisionAboutOtherWordsThanWereReadIsNotTaken() {
        assertThat(
                        ben.send("PATCH", "/api/v1/posts/" + post, "{\"body\": \"Nobody does.\"}")
                                .status())
                .isEqualTo(200);
        String hides = "{\"cause\": \"rude\", \"reason\": \"Rude\"}";

        assertThat(ada.send("POST", "/api/v1/posts/" + post + "/hide", hides, "\"1\"").status())
                .isEqualTo(412);
        assertThat(cleo.get("/api/v1/posts/" + post).status()).isEqualTo(200);
        assertThat(ada.send("POST", "/api/v1/posts/" + post + "/hide", hides, "\"2\"").status())
                .isEqualTo(204);
        assertThat(cleo.get("/api/v1/posts/" + post).status()).isEqualTo(404);
    }

    @Test
    void aModeratorWhoIsReportedIsNotToldByWhomNorWhatTheyNoted() {
        post = reply(ada, "Whoever can read.");
        cleo.post(
                "/api/v1/posts/" + post + "/reports",
                Map.of("reason", "rude", "note", "She mocks us."),
                null);

        var desk = ada.get(DESK + "reports").body();

        var report = desk.get("items").get(0);
        assertThat(report.get("own").asBoolean()).isTrue();
        assertThat(report.get("reason").asText()).isEqualTo("rude");
        assertThat(desk.toString().toLowerCase(Locale.ROOT)).doesNotContain("cleo", "mocks");
    }

    @Test
    void whatIsHiddenIsListedWithTheTitleOfItsDiscussion() {
        assertThat(
                        decide(ada, "hide", "{\"cause\":\"boring\",\"reason\":\"Yes.\"}")
                                .body()
                                .toString())
                .contains("\"cause\"");
        assertThat(decide(ada, "hide", "{\"cause\":\"rude\",\"reason\":\"Not so.\"}").status())
                .isEqualTo(204);

        var hidden = ada.get(DESK + "hidden").body().get("items");
        assertThat(hidden).hasSize(1);
        assertThat(hidden.get(0).get("title").asText()).isEqualTo("Who reads the faxes?");
        assertThat(hidden.get(0).get("post").get("state").asText()).isEqualTo("hidden");
        assertThat(hidden.get(0).get("own").asBoolean()).isFalse();
    }

    @Test
    void whatWaitsIsLetInOrNot() {
        SITE.db().run("update community set review_first_posts = true");
        post = reply(cleo, "I do.");
        String other = reply(cleo, "Or he does.");
        assertThat(ada.get(DESK + "queue").body().get("items")).hasSize(2);

        assertThat(decide(ada, "approve", "{}").status()).isEqualTo(204);
        assertThat(
                        ada.send(
                                        "POST",
                                        "/api/v1/posts/" + other + "/decline",
                                        "{\"reason\":\"Said twice.\"}")
                                .status())
                .isEqualTo(204);

        assertThat(ada.get(DESK + "queue").body().get("items")).isEmpty();
        assertThat(ben.get("/api/v1/posts/" + post).body().get("state").asText())
                .isEqualTo("visible");
    }

    @Test
    void aDiscussionIsPinnedAndClosedAndOpenedAgain() {
        String it = "/api/v1/discussions/" + discussion;
        assertThat(ben.send("PUT", it + "/pin", "{}").status()).isEqualTo(403);
        assertThat(ada.send("PUT", it + "/pin", "{}").body().get("pinned").asBoolean()).isTrue();
        assertThat(ada.delete(it + "/pin").status()).isEqualTo(204);

        assertThat(ada.send("PUT", it + "/closure", "{}").status()).isEqualTo(422);
        var closed = ada.send("PUT", it + "/closure", "{\"reason\":\"Answered.\"}");
        assertThat(closed.body().get("closedReason").asText()).isEqualTo("Answered.");
        assertThat(cleo.post(it + "/posts", Map.of("body", "But I"), null).status())
                .isGreaterThanOrEqualTo(403);

        assertThat(ada.delete(it + "/closure").status()).isEqualTo(204);
        assertThat(cleo.post(it + "/posts", Map.of("body", "But I"), null).status()).isEqualTo(201);
    }

    private Api member(long community, String name, String... roles) {
        Somebody somebody = SITE.person(name);
        SITE.member(community, somebody, roles);
        return new Api(SITE.address("").toString()).as(somebody.accessToken());
    }

    private Api.Answer decide(Api moderator, String act, String body) {
        return moderator.send("POST", "/api/v1/posts/" + post + "/" + act, body);
    }

    private String reply(Api writer, String body) {
        return made(
                writer,
                "/api/v1/discussions/" + discussion + "/posts",
                Map.of("body", body, "language", "en"));
    }

    private static String made(Api writer, String path, Map<String, ?> body) {
        Api.Answer answer = writer.post(path, body, null);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.body().get("id").asText();
    }
}
