package rounds.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Focus topics, and what is gathered around them, as a program sees them.
class TopicsApiTest {
    private static final Site SITE = Site.running();
    private static final String TOPICS = "/api/v1/communities/valley/topics";

    private Api ada;
    private Api mod;
    private Api host;
    private Api eve;
    private Api visitor;
    private String topic;

    @BeforeEach
    void people() {
        SITE.db().empty();
        long valley = SITE.community("valley", "private");
        Somebody member = SITE.person("ada");
        SITE.member(valley, member);
        ada = SITE.api(member);
        Somebody moderator = SITE.person("mod");
        SITE.member(valley, moderator, "moderator");
        mod = SITE.api(moderator);
        long coast = SITE.community("coast", "listed");
        Somebody other = SITE.person("host");
        SITE.member(coast, other, "moderator");
        host = SITE.api(other);
        Somebody guest = SITE.person("eve");
        SITE.member(coast, guest);
        eve = SITE.api(guest);
        visitor = SITE.api();
        Api.Answer made =
                ada.post(TOPICS, Map.of("title", "How low?", "question", "Which first?"), "once");
        assertThat(made.status()).isEqualTo(201);
        topic = "/api/v1/topics/" + made.body().get("id").asText();
    }

    private void open() {
        assertThat(mod.send("PUT", topic + "/state", "{\"state\":\"open\"}").status())
                .isEqualTo(200);
    }

    @Test
    void aTopicIsProposedWantedOpenedAndEdited() {
        assertThat(mod.send("PUT", topic + "/vote", "").status()).isEqualTo(204);
        assertThat(mod.get(topic).body().get("votes").asInt()).isEqualTo(2);
        assertThat(mod.get(TOPICS + "?part=proposed").body().get("items")).hasSize(1);
        assertThat(eve.get(topic).status()).isEqualTo(404);
        assertThat(ada.send("PUT", topic + "/state", "{\"state\":\"open\"}").status())
                .isEqualTo(403);
        open();

        assertThat(mod.send("PATCH", topic, "{\"why\":\"Many ask\"}", "\"0\"").status())
                .as("it has moved since")
                .isEqualTo(412);
        assertThat(mod.send("PATCH", topic, "{\"why\":\"Many ask\"}").body().get("question"))
                .isEqualTo(mod.get(topic).body().get("question"));
        assertThat(mod.get(topic).body().get("why").asText()).isEqualTo("Many ask");
        assertThat(mod.get(TOPICS).body().get("items")).hasSize(1);
    }

    @Test
    void whatWasWrittenForMembersIsShownToAllWithConsent() {
        open();
        SITE.db().run("update community set visibility = 'public' where slug = 'valley'");
        String readers = topic + "/readers";
        assertThat(visitor.get(topic).status()).isEqualTo(404);
        assertThat(ada.send("PUT", readers, "{\"readers\":\"all\",\"agreed\":true}").status())
                .isEqualTo(403);
        assertThat(mod.send("PUT", readers, "{\"readers\":\"all\"}").status()).isEqualTo(422);
        assertThat(mod.send("PUT", readers, "{\"readers\":\"all\",\"agreed\":true}").status())
                .as("nobody was asked")
                .isEqualTo(409);
        assertThat(ada.get(readers).status()).isEqualTo(403);
        String people = mod.get(readers).body().get("people").findValuesAsText("id").toString();
        String asked = people.replace("[", "[\"").replace(", ", "\",\"").replace("]", "\"]");
        assertThat(
                        mod.send(
                                        "PUT",
                                        readers,
                                        "{\"readers\":\"all\",\"agreed\":true,\"people\":"
                                                + asked
                                                + "}")
                                .status())
                .isEqualTo(200);
        assertThat(visitor.get(topic).status()).isEqualTo(200);
        assertThat(mod.send("PUT", readers, "{\"readers\":\"members\"}").status()).isEqualTo(200);
        assertThat(visitor.get(topic).status()).isEqualTo(404);
        assertThat(mod.send("PUT", readers, "{\"readers\":\"some\"}").status()).isEqualTo(422);
    }

    @Test
    void itsShelfAndQuestionsAreFilledAndOrdered() {
        open();
        String one = resource("One");
        String two = resource("Two");
        String shelf = topic + "/shelf";

        assertThat(ada.send("PUT", shelf + "/resource/" + one, "{\"why\":\"It helped\"}").status())
                .isEqualTo(204);
        assertThat(mod.get(shelf).body().get("suggested")).hasSize(1);
        mod.send("PUT", shelf + "/resource/" + one, "{\"why\":\"First\"}");
        mod.send("PUT", shelf + "/resource/" + two, "{\"place\":1}");
        var items = ada.get(shelf).body().get("items");
        assertThat(items.get(0).get("content").get("title").asText()).isEqualTo("Two");
        assertThat(items.get(1).get("why").asText()).isEqualTo("First");
        assertThat(ada.delete(shelf + "/resource/" + one).status()).isEqualTo(403);
        assertThat(mod.delete(shelf + "/resource/" + one).status()).isEqualTo(204);
        assertThat(ada.get(shelf).body().get("items")).hasSize(1);

        String question =
                ada.send("POST", topic + "/questions", "{\"question\":\"Who decides?\"}")
                        .body()
                        .get("id")
                        .asText();
        assertThat(
                        mod.send(
                                        "PUT",
                                        topic + "/questions/" + question + "/answer",
                                        "{\"answer\":\"We\",\"pointer\":\"[[r:" + two + "]]\"}")
                                .status())
                .isEqualTo(204);
        var asked = ada.get(topic + "/questions").body().get("items").get(0);
        assertThat(asked.get("state").asText()).isEqualTo("answered");
        assertThat(asked.get("pointer").get("title").asText()).isEqualTo("Two");
        assertThat(visitor.get(topic + "/questions").status()).isEqualTo(404);
    }

    @Test
    void membersAgreeAndAGuestLearnsHowMany() {
        open();
        Instant closes = Instant.now().plus(Duration.ofDays(7));
        String agreements = topic + "/agreements";
        assertThat(
                        mod.send(
                                        "POST",
                                        agreements,
                                        "{\"statement\":\"First.\",\"closesAt\":\""
                                                + closes
                                                + "\"}")
                                .status())
                .isEqualTo(201);
        assertThat(ada.send("PUT", agreements + "/1/stance", "{\"stance\":\"object\"}").status())
                .isEqualTo(422);
        assertThat(
                        ada.send(
                                        "PUT",
                                        agreements + "/1/stance",
                                        "{\"stance\":\"object\",\"note\":\"Too fast\"}")
                                .status())
                .isEqualTo(204);
        assertThat(mod.send("PUT", topic + "/guests/nowhere", "").status()).isEqualTo(422);
        assertThat(mod.send("PUT", topic + "/guests/coast", "").status()).isEqualTo(204);
        String offers = "/api/v1/communities/coast/guest-topics";
        assertThat(eve.get(offers).body().get("items")).isEmpty();
        assertThat(host.get(offers).body().get("items").get(0).get("from").asText())
                .isEqualTo("Valley");
        String id = topic.substring(topic.lastIndexOf('/') + 1);
        assertThat(host.send("PUT", offers + "/" + id, "").status()).isEqualTo(204);
        assertThat(eve.get(agreements).body().get("items").get(0).get("objected").asInt())
                .isEqualTo(1);
        assertThat(eve.get(agreements + "/1/stances").body().get("items")).isEmpty();
        assertThat(host.delete(topic + "/guests/coast").status()).isEqualTo(204);
        assertThat(eve.get(agreements).status()).isEqualTo(404);

        assertThat(mod.get(agreements + "/1/stances").body().get("items").get(0).get("by").asText())
                .isEqualTo("ada");
        assertThat(
                        mod.send(
                                        "PUT",
                                        agreements + "/1/result",
                                        "{\"result\":\"agreed\",\"outcome\":\"Slower\"}")
                                .status())
                .isEqualTo(204);
        assertThat(ada.get(agreements).body().get("items").get(0).get("outcome").asText())
                .isEqualTo("Slower");
    }

    @Test
    void itsSummaryIsWrittenAndWordedOtherwise() {
        open();
        String summary = topic + "/summary";
        assertThat(mod.send("PUT", summary, "{\"body\":\"We know.\"}").status())
                .as("nothing unseen is overwritten")
                .isEqualTo(422);
        assertThat(
                        mod.send("PUT", summary, "{\"body\":\"We know.\"}", "\"0\"")
                                .body()
                                .get("number")
                                .asInt())
                .isEqualTo(1);
        assertThat(mod.send("PUT", summary, "{\"body\":\"Others know.\"}", "\"0\"").status())
                .isEqualTo(412);
        String wordings = topic + "/wordings";
        String wording =
                ada.post(
                                wordings,
                                Map.of("body", "We know more.", "why", "Clearer", "base", 1),
                                "clearer")
                        .body()
                        .get("id")
                        .asText();
        assertThat(mod.get(wordings).body().get("items")).hasSize(1);
        String accept = wordings + "/" + wording + "/acceptance";
        assertThat(ada.send("PUT", accept, "{}").status()).isEqualTo(403);
        assertThat(mod.send("PUT", accept, "{}").status()).isEqualTo(200);
        assertThat(ada.get(summary).body().get("body").asText()).isEqualTo("We know more.");
        assertThat(ada.delete(wordings + "/" + wording).status()).isEqualTo(409);
    }

    private String resource(String title) {
        return mod.send(
                        "POST",
                        "/api/v1/communities/valley/resources",
                        "{\"kind\":\"tool\",\"title\":\"" + title + "\",\"body\":\"Words\"}")
                .body()
                .get("id")
                .asText();
    }
}
