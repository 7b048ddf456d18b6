package rounds.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/// Case stories as a program writes and reads them.
class CasesApiTest {
    private static final Site SITE = Site.running();
    private static final String CASES = "/api/v1/communities/valley/cases";
    private static final String WOMBAT = "A wombat at home";

    private long valley;
    private Somebody adaHerself;
    private Somebody benHimself;
    private Api ada;
    private Api ben;
    private Api mod;
    private Api visitor;

    @BeforeEach
    void people() {
        SITE.db().empty();
        valley = SITE.community("valley", "public");
        adaHerself = SITE.person("ada");
        SITE.member(valley, adaHerself);
        ada = SITE.api(adaHerself);
        benHimself = SITE.person("ben");
        SITE.member(valley, benHimself);
        ben = SITE.api(benHimself);
        Somebody moderator = SITE.person("mod");
        SITE.member(valley, moderator, "moderator");
        mod = SITE.api(moderator);
        visitor = SITE.api();
    }

    @Test
    void aStoryIsWrittenPartByPartAndThenRead() {
        Api.Answer begun = ada.post(CASES, Map.of("title", "A fall"), "once");
        assertThat(begun.status()).isEqualTo(201);
        assertThat(ada.post(CASES, Map.of("title", "A fall"), "once").body().get("id"))
                .isEqualTo(begun.body().get("id"));
        String story = "/api/v1/cases/" + begun.body().get("id").asText();

        assertThat(save(story, "story", "She fell.", "\"0\"").status()).isEqualTo(200);
        assertThat(save(story, "story", "Another", "\"0\"").status()).isEqualTo(409);
        assertThat(save(story, "story", "She fell twice.", null).status())
                .as("a draft overwrites nothing unseen")
                .isEqualTo(422);
        assertThat(save(story, "story", "She fell twice.", "\"1\"").body().get("revision").asInt())
                .isEqualTo(2);
        assertThat(save(story, "poem", "She fell.", "\"0\"").status()).isEqualTo(422);
        assertThat(ada.get(story + "/check").body().get("missing").toString())
                .isEqualTo("[\"outcome\",\"learning\",\"authority\"]");
        assertThat(ada.send("POST", story + "/publication", "{}").status()).isEqualTo(422);
        assertThat(
                        ada.send(
                                        "PUT",
                                        story + "/authority",
                                        "{\"ground\":\"ethics\",\"on\":\"2026-03-01\",\"reference\":\"Board 7\"}")
                                .status())
                .isEqualTo(204);
        Api.Answer described =
                ada.send(
                        "PATCH",
                        story,
                        "{\"outcome\":\"failure\",\"learning\":[\"Ask first\"],\"conditions\":[\"Heart failure\",\"falls\"],"
                                + "\"tookPart\":[{\"who\":\"pharmacist\",\"how\":\"coordination\"}]}");
        assertThat(described.status()).isEqualTo(200);
        assertThat(described.body().get("title").asText()).isEqualTo("A fall");
        for (Api other : List.of(ben, mod, visitor)) {
            assertThat(other.get(story).status()).isEqualTo(404);
        }

        Api.Answer read = ada.send("POST", story + "/publication", "{}");
        assertThat(read.body().get("state").asText()).isEqualTo("visible");
        assertThat(visitor.get(story).body().get("parts").get(0).get("body").asText())
                .isEqualTo("She fell twice.");
        assertThat(items(visitor, CASES + "?condition=falls&condition=heart-failure")).hasSize(1);
        assertThat(items(visitor, CASES + "?condition=falls&condition=asthma")).isEmpty();
        assertThat(visitor.get(CASES + "?outcome=good").status()).isEqualTo(422);
        assertThat(items(ada, "/api/v1/cases")).hasSize(1);
        assertThat(
                        ada.send(
                                        "PATCH",
                                        story,
                                        "{\"title\":\"Two falls\",\"parts\":{\"came\":\"Well since.\"}}")
                                .body()
                                .get("parts"))
                .hasSize(2);
        assertThat(ben.send("PATCH", story, "{\"title\":\"Mine\"}").status()).isEqualTo(403);
    }

    @Test
    void byWhatRightItIsToldNobodyElseLearnsByAnyAddress() {
        String story = published(true);

        assertThat(mod.get(story + "/authority").body().get("reference").asText())
                .isEqualTo("Board zebra");
        assertThat(ben.get(story + "/authority").status()).isEqualTo(403);
        assertThat(visitor.get(story + "/authority").status()).isEqualTo(401);
        assertThat(ben.get(story + "/check").status()).isEqualTo(403);
        awaitFound(ben, "wombat");
        assertThat(ben.get("/api/v1/search?q=zebra").body().get("total").asInt()).isZero();
        assertThat(mod.get("/api/v1/search?q=zebra").body().get("total").asInt()).isZero();
        String id = story.substring("/api/v1/cases/".length());
        ben.send("PUT", "/api/v1/saved/case_story/" + id, "{}");
        Visit reader = SITE.as(benHimself);
        for (String path : outlets(story)) {
            assertThat(ben.get(path).body().toString()).as(path).doesNotContain("zebra");
            assertThat(visitor.get(path).body().toString()).as(path).doesNotContain("zebra");
        }
        for (String page : pages(id, "/cases/" + id + "/revisions")) {
            assertThat(reader.get(page).body()).as(page).doesNotContain("zebra");
            assertThat(SITE.visitor().get(page).body()).as(page).doesNotContain("zebra");
        }
        assertThat(SITE.as(adaHerself).get(pages(id, "").getFirst()).body()).contains("zebra");
    }

    /// Where people may meet a story.
    private static List<String> pages(String id, String more) {
        return List.of(
                "/cases/" + id + "-a-wombat-at-home",
                "/c/valley",
                "/c/valley/cases",
                "/search?q=fell",
                "/search?q=ask+first",
                "/latest",
                "/",
                "/saved",
                "/notifications",
                "/u/ada/contributions",
                "/feeds/latest.atom",
                "/feeds/c/valley.atom",
                "/sitemap.xml",
                more);
    }

    @Test
    void whoToldAStoryThatIsNotSignedNobodyElseLearnsByAnyAddress() {
        String story = published(false);
        awaitFound(ben, "wombat");

        assertThat(ada.get(story).body().get("author").asText()).isEqualTo("ada");
        assertThat(mod.get(story).body().get("author").asText()).isEqualTo("ada");
        for (Api other : List.of(ben, visitor)) {
            for (String path : outlets(story)) {
                assertThat(other.get(path).body().toString())
                        .as(path)
                        .doesNotContain("\"ada\"", "\"Ada\"", String.valueOf(adaHerself.id()));
            }
            assertThat(total(other, "by:ada")).isZero();
            assertThat(total(other, "wombat by:ada")).isZero();
        }
        for (String page : List.of("/u/ada", "/u/ada/contributions", "/search?q=by:ada")) {
            assertThat(SITE.as(benHimself).get(page).body()).as(page).doesNotContain("wombat");
        }
        assertThat(
                        ben.get("/api/v1/people/ada/contributions").body().toString()
                                + SITE.as(benHimself).get("/notifications").body())
                .doesNotContain("wombat");
        assertThat(SITE.as(benHimself).get("/feeds/latest.atom").body())
                .contains("wombat")
                .doesNotContain("Ada", "ada<");
        assertThat(SITE.as(benHimself).get("/search?q=wombat").body())
                .contains("wombat</mark> at home", "A member")
                .doesNotContain(">Ada<", "@ada");

        String signed = published(true);
        assertThat(ben.get(signed).body().get("author").asText()).isEqualTo("ada");
    }

    @Test
    void whoFollowsSomebodyIsNotToldOfWhatSheDidNotSign() {
        Somebody fan = SITE.person("fan");
        SITE.member(valley, fan);
        Api eve = SITE.api(fan);
        String every = "{\"level\":\"every\"}";
        assertThat(ben.send("PUT", "/api/v1/communities/valley/watch", every).status() / 100)
                .isEqualTo(2);
        assertThat(eve.send("PUT", "/api/v1/people/ada/watch", every).status() / 100).isEqualTo(2);

        published(false);
        String told = awaitTold(ben);

        assertThat(told).contains("A wombat at home").doesNotContain("\"ada\"", "\"Ada\"");
        assertThat(items(eve, "/api/v1/notifications")).isEmpty();
        assertThat(SITE.as(benHimself).get("/notifications").body())
                .contains("A member told “A wombat at home”");
        published(true);
        assertThat(awaitTold(eve)).contains("A wombat at home", "\"ada\"");
        assertThat(SITE.as(fan).get("/notifications").body())
                .contains("Ada told “A wombat at home”");
    }

    private static String awaitTold(Api api) {
        for (int tries = 0; tries < 200 && items(api, "/api/v1/notifications").isEmpty(); tries++) {
            LockSupport.parkNanos(50_000_000);
        }
        return items(api, "/api/v1/notifications").toString();
    }

    @Test
    void whatIsWithdrawnIsNotFoundASecondLater() {
        String story = published(true);
        awaitFound(ben, "wombat");
        String id = story.substring("/api/v1/cases/".length());
        ben.send("PUT", "/api/v1/saved/case_story/" + id, "{}");
        String led =
                ben.post(
                                "/api/v1/communities/valley/discussions",
                                Map.of(
                                        "kind",
                                        "question",
                                        "title",
                                        "Why?",
                                        "body",
                                        "[[c:" + id + "]]"),
                                null)
                        .body()
                        .get("id")
                        .asText();
        List<String> pages = pages(id, "/d/" + led);
        Visit reader = SITE.as(benHimself);
        assertThat(pages.stream().filter(page -> reader.get(page).body().contains(WOMBAT)))
                .as("shown before")
                .hasSizeGreaterThan(5);

        assertThat(ada.send("POST", story + "/withdrawal", "{}").status()).isEqualTo(422);
        assertThat(
                        ada.send("POST", story + "/withdrawal", "{\"reason\":\"The family asked\"}")
                                .status())
                .isEqualTo(204);

        Instant since = Instant.now();
        assertThat(ben.get(story).status()).isEqualTo(404);
        for (Visit other : List.of(reader, SITE.visitor())) {
            for (String page : pages) {
                while (other.get(page).body().contains(WOMBAT)) {
                    assertThat(Instant.now()).as(page).isBefore(since.plus(Duration.ofSeconds(1)));
                    LockSupport.parkNanos(20_000_000);
                }
            }
        }
        for (String path : outlets(story)) {
            assertThat(ben.get(path).body().toString()).as(path).doesNotContain(WOMBAT);
        }
        assertThat(total(ben, "wombat")).isZero();
        assertThat(items(ben, CASES)).isEmpty();
        assertThat(total(mod, "wombat")).isZero();
        assertThat(total(ada, "wombat")).isZero();
    }

    @Test
    void othersAnswerAndModeratorsDecide() {
        String story = published(true);
        assertThat(
                        ben.send(
                                        "PUT",
                                        story + "/trial",
                                        "{\"result\":\"partly\",\"setting\":\"home\",\"note\":\"Slowly\"}")
                                .status())
                .isEqualTo(204);
        assertThat(ben.send("PUT", story + "/words/thanks", null).status()).isEqualTo(204);
        assertThat(ada.send("PUT", story + "/words/thanks", null).status()).isEqualTo(403);
        assertThat(
                        ada.post(story + "/follow-ups", Map.of("months", 6, "body", "Well"), null)
                                .status())
                .isEqualTo(201);
        JsonNode after = ben.get(story + "/after").body();
        assertThat(after.get("tallies").get(0).get("partly").asInt()).isEqualTo(1);
        assertThat(after.get("followUps").get(0).get("body").asText()).isEqualTo("Well");
        assertThat(after.get("words").get(0).asText()).isEqualTo("thanks");
        assertThat(ben.get(story).body().get("thanked").asInt()).isEqualTo(1);

        assertThat(
                        ben.post(story + "/reports", Map.of("reason", "patient_data"), null)
                                .body()
                                .get("hidden")
                                .asBoolean())
                .isTrue();
        assertThat(visitor.get(story).status()).isEqualTo(404);
        assertThat(items(mod, CASES + "/reports")).hasSize(1);
        assertThat(ben.get(CASES + "/reports").status()).isEqualTo(403);
        assertThat(items(mod, CASES + "/hidden")).hasSize(1);
        assertThat(mod.send("POST", story + "/restore", "{}").status()).isEqualTo(204);
        assertThat(visitor.get(story).status()).isEqualTo(200);
        assertThat(
                        ben.send("PUT", "/api/v1/saved/case_story/" + story.substring(14), "{}")
                                .status())
                .isEqualTo(204);
        assertThat(ben.get("/api/v1/saved").body().toString()).contains("A wombat at home");
    }

    private List<String> outlets(String story) {
        return List.of(
                story,
                story + "/after",
                story + "/authority",
                story + "/check",
                CASES,
                "/api/v1/cases",
                "/api/v1/search?q=wombat",
                "/api/v1/notifications",
                "/api/v1/saved");
    }

    @Test
    void whatASecondReaderSaysOfPartsIsReadByItsAuthorAndModeratorsAlone() {
        SITE.db().run("update community set second_reader = true where slug = 'valley'");
        String story =
                "/api/v1/cases/"
                        + ada.post(CASES, Map.of("title", WOMBAT), null).body().get("id").asText();
        save(story, "story", "It fell.", "\"0\"");
        ada.send("PUT", story + "/authority", "{\"ground\":\"ethics\",\"reference\":\"B\"}");
        ada.send("PATCH", story, "{\"outcome\":\"failure\",\"learning\":[\"Ask first\"]}");
        assertThat(
                        ada.send("POST", story + "/publication", "{\"reader\":\"ben\"}")
                                .body()
                                .get("state")
                                .asText())
                .isEqualTo("queued");
        assertThat(items(ada, story + "/reviews")).isEmpty();
        assertThat(
                        ben.send(
                                        "POST",
                                        story + "/reviews",
                                        "{\"verdict\":\"returned\",\"parts\":{\"poem\":\"Rhymes.\"}}")
                                .status())
                .isEqualTo(422);
        assertThat(
                        ben.send(
                                        "POST",
                                        story + "/reviews",
                                        "{\"verdict\":\"returned\",\"parts\":{\"story\":\"Say how it fell.\",\"known\":\"Which setting?\"}}")
                                .status())
                .isEqualTo(204);

        JsonNode said = ada.get(story + "/reviews").body().get("items").get(0);
        assertThat(said.get("act").asText()).isEqualTo("returned");
        assertThat(said.get("parts").get("story").asText()).isEqualTo("Say how it fell.");
        assertThat(said.get("parts").get("known").asText()).isEqualTo("Which setting?");
        assertThat(ben.get(story + "/reviews").status()).isEqualTo(404);
        assertThat(visitor.get(story + "/reviews").status()).isEqualTo(401);

        // Once it is published, others read it and not what was said of it.
        ada.send("POST", story + "/publication", "{\"reader\":\"ben\"}");
        ben.send(
                "POST",
                story + "/reviews",
                "{\"verdict\":\"released\",\"parts\":{\"story\":\"Now I see.\"}}");
        assertThat(items(mod, story + "/reviews")).hasSize(1);
        Api cleo = SITE.api(SITE.person("cleo"));
        assertThat(cleo.get(story).status()).isEqualTo(200);
        assertThat(items(cleo, story + "/reviews")).isEmpty();
    }

    private String published(boolean named) {
        String story =
                "/api/v1/cases/"
                        + ada.post(CASES, Map.of("title", "A wombat at home"), null)
                                .body()
                                .get("id")
                                .asText();
        save(story, "story", "It fell.", "\"0\"");
        ada.send(
                "PUT",
                story + "/authority",
                "{\"ground\":\"ethics\",\"reference\":\"Board zebra\"}");
        ada.send(
                "PATCH",
                story,
                "{\"outcome\":\"failure\",\"learning\":[\"Ask first\"],\"named\":" + named + "}");
        assertThat(ada.send("POST", story + "/publication", "{}").status()).isEqualTo(200);
        return story;
    }

    private Api.Answer save(String story, String part, String body, String ifMatch) {
        return ada.send("PUT", story + "/parts/" + part, "{\"body\":\"" + body + "\"}", ifMatch);
    }

    private static JsonNode items(Api api, String path) {
        return api.get(path).body().get("items");
    }

    private static long total(Api api, String words) {
        return api.get("/api/v1/search?q=" + words.replace(" ", "%20"))
                .body()
                .get("total")
                .asLong();
    }

    private static void awaitFound(Api api, String word) {
        for (int tries = 0; tries < 300 && total(api, word) == 0; tries++) {
            LockSupport.parkNanos(50_000_000);
        }
        assertThat(total(api, word)).isPositive();
    }
}
