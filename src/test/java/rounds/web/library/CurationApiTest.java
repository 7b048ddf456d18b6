package rounds.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/// A library kept true by a program.
class CurationApiTest {
    private static final Site SITE = Site.running();
    private static final String LIBRARY = "/api/v1/communities/valley/resources";

    private Somebody moderator;
    private Api mod;
    private Api ada;
    private Api ben;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "private");
        moderator = SITE.person("mod");
        SITE.member(valley, moderator, "moderator");
        mod = new Api(SITE.address("").toString()).as(moderator.accessToken());
        ada = member(valley, "ada");
        ben = member(valley, "ben");
    }

    @Test
    void whatWaitsIsLetInAsItWasRead() throws Exception {
        SITE.db().run("update community set review_resources = true");
        String guide = shared();
        assertThat(ben.get("/api/v1/resources/" + guide).status()).isEqualTo(404);
        JsonNode waiting = mod.get(LIBRARY + "/queue").body().get("items");
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).get("state").asText()).isEqualTo("queued");
        assertThat(ada.get(LIBRARY + "/queue").status()).isEqualTo(403);

        assertThat(decide(mod, guide, "admit", "{}").status()).isEqualTo(422);
        assertThat(admitted(guide, "\"70\"")).isEqualTo(412);
        int read = mod.get("/api/v1/resources/" + guide).body().get("revision").asInt();
        assertThat(admitted(guide, "\"" + read + "\"")).isEqualTo(204);

        assertThat(ben.get("/api/v1/resources/" + guide).status()).isEqualTo(200);
        assertThat(mod.get(LIBRARY + "/queue").body().get("items")).isEmpty();
    }

    @Test
    void whatIsReportedIsKeptOrHidden() {
        String guide = shared();
        var taken =
                ben.post(
                        "/api/v1/resources/" + guide + "/reports",
                        Map.of("reason", "unsafe", "note", "The dose on page 2."),
                        null);
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.body().get("hidden").asBoolean()).isFalse();
        JsonNode report = mod.get(LIBRARY + "/reports").body().get("items").get(0);
        assertThat(report.get("note").asText()).isEqualTo("The dose on page 2.");
        assertThat(report.get("resource").get("id").asText()).isEqualTo(guide);

        assertThat(decide(ben, guide, "hide", "{\"reason\":\"So.\"}").status()).isEqualTo(403);
        assertThat(decide(mod, guide, "hide", "{\"reason\":\"So.\"}").status()).isEqualTo(204);

        assertThat(mod.get(LIBRARY + "/reports").body().get("items")).isEmpty();
        assertThat(mod.get(LIBRARY + "/hidden").body().get("items")).hasSize(1);
        assertThat(ben.get("/api/v1/resources/" + guide).status()).isEqualTo(404);
    }

    @Test
    void aProposedVersionIsTakenInThePlaceOfTheOneItWasComparedWith() {
        String guide = shared();
        var proposed =
                ben.post(
                                "/api/v1/resources/" + guide + "/versions",
                                Map.of("body", "Standing, too.", "note", "Measured twice."),
                                null)
                        .body();
        assertThat(proposed.get("state").asText()).isEqualTo("proposed");
        String at = "/api/v1/resources/" + guide + "/versions/" + proposed.get("id").asText() + "/";

        assertThat(mod.post(at + "take", Map.of(), null).status()).isEqualTo(422);
        assertThat(mod.post(at + "take", Map.of("current", 4), null).status()).isEqualTo(409);
        assertThat(mod.post(at + "take", Map.of("current", 1), null).status()).isEqualTo(204);

        assertThat(mod.get("/api/v1/resources/" + guide).body().get("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void curatorsSayWhatTheCommunityThinksOfItAndMembersThatTheyUsedIt() throws Exception {
        String guide = shared();
        String at = "/api/v1/resources/" + guide;
        String stand = "{\"official\":true,\"reviewOn\":\"2031-05-01\"}";
        assertThat(ben.send("PUT", at + "/curation", stand).status()).isEqualTo(403);
        JsonNode curated = mod.send("PUT", at + "/curation", stand).body();
        assertThat(curated.get("official").asBoolean()).isTrue();
        assertThat(curated.get("reviewOn").asText()).isEqualTo("2031-05-01");
        assertThat(sent("PUT", at + "/curation", "\"1\""))
                .as("made from an older revision")
                .isEqualTo(412);
        assertThat(SITE.db().count("select count(*) from resource where official")).isEqualTo(1);
        assertThat(sent("PUT", at + "/curation", "\"2\"")).isEqualTo(200);

        assertThat(ben.send("PUT", at + "/practice", "{\"note\":\"It went well.\"}").status())
                .isEqualTo(204);
        assertThat(SITE.db().count("select practised from resource")).isEqualTo(1);
        assertThat(ben.delete(at + "/practice").status()).isEqualTo(204);
        assertThat(SITE.db().count("select practised from resource")).isZero();
    }

    private Api member(long community, String name) {
        Somebody somebody = SITE.person(name);
        SITE.member(community, somebody);
        return new Api(SITE.address("").toString()).as(somebody.accessToken());
    }

    private String shared() {
        Api.Answer made =
                ada.post(
                        LIBRARY,
                        Map.of("kind", "guideline", "title", "Blood pressure", "body", "Sit."),
                        null);
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.body().get("id").asText();
    }

    private static Api.Answer decide(Api who, String resource, String act, String body) {
        return who.send("POST", "/api/v1/resources/" + resource + "/" + act, body);
    }

    private int admitted(String resource, String revision) throws Exception {
        return sent("POST", "/api/v1/resources/" + resource + "/admit", revision);
    }

    /// By a moderator, who has read that revision.
    private int sent(String method, String path, String revision) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(SITE.address(path))
                                    .header("Authorization", "Bearer " + moderator.accessToken())
                                    .header("Content-Type", "application/json")
                                    .header("If-Match", revision)
                                    .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
