package rounds.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// What newcomers read first, as a program sees it.
class StartApiTest {
    private static final Site SITE = Site.running();
    private static final String START = "/api/v1/communities/valley/start";

    private Api ada;
    private Api mod;

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
    }

    @Test
    void whoCuratesPutsArrangesAndTakesAndMembersReadIt() {
        assertThat(put(mod, "One")).isEqualTo(201);
        assertThat(put(mod, "Two")).isEqualTo(201);
        assertThat(titles()).containsExactly("One", "Two");

        assertThat(
                        mod.send(
                                        "PUT",
                                        START + "/" + entry("Two") + "/place",
                                        "{\"before\":\"%s\"}".formatted(entry("One")))
                                .status())
                .isEqualTo(200);
        assertThat(titles()).containsExactly("Two", "One");

        assertThat(mod.send("DELETE", START + "/" + entry("Two"), "").status()).isEqualTo(204);
        assertThat(titles()).containsExactly("One");
    }

    @Test
    void othersReadItAtMostAndWhatIsNoPlaceIsRefused() {
        assertThat(put(ada, "One")).isEqualTo(403);
        assertThat(put(mod, "One")).isEqualTo(201);
        assertThat(ada.send("DELETE", START + "/" + entry("One"), "").status()).isEqualTo(403);
        assertThat(mod.send("PUT", START + "/" + entry("One") + "/place", "{}").status())
                .isEqualTo(422);
        assertThat(SITE.api().get(START).status()).isEqualTo(404);
        assertThat(SITE.api(SITE.person("eve")).get(START).status()).isEqualTo(404);
    }

    private int put(Api person, String title) {
        String id =
                mod.post(
                                "/api/v1/communities/valley/discussions",
                                Map.of("title", title, "kind", "question", "body", "Words"),
                                title + person.hashCode())
                        .body()
                        .get("id")
                        .asText();
        return person.post(START, Map.of("address", "/d/" + id, "why", "Read it"), id).status();
    }

    private List<String> titles() {
        return StreamSupport.stream(ada.get(START).body().get("items").spliterator(), false)
                .map(one -> one.get("content").get("title").asText())
                .toList();
    }

    private String entry(String title) {
        return StreamSupport.stream(ada.get(START).body().get("items").spliterator(), false)
                .filter(one -> one.get("content").get("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
    }
}
