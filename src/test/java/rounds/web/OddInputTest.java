package rounds.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Input that no form of ours sends is refused in words, never answered with a fault of ours.
class OddInputTest {
    private static final Site SITE = Site.running();

    private Somebody ada;

    @BeforeEach
    void empty() {
        SITE.db().empty();
        ada = SITE.person("ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/%00",
                "/u/a%00b",
                "/d/%00",
                "/p/%00",
                "/tags/%00",
                "/search?q=x&community=%00",
                "/search?q=x&author=%00",
                "/search?q=%00",
                "/search?q=x&to=%2B999999999-12-31",
                "/search?q=x&from=-999999999-01-01",
                "/search?q=x%20before:%2B999999999-12-31",
                "/sign-in?next=%2F%7C",
                "/latest?after=%00",
                "/api/v1/communities/%00",
                "/api/v1/communities?language=%00",
                "/api/v1/communities?limit=-5",
                "/api/v1/communities?limit=1e9",
                "/api/v1/search?q=x&cursor=%00",
                "/api/v1/search?q=x&from=%2B999999999-12-31",
                "/api/v1/discussions/0000000000000/posts?after=%00"
            })
    void anAddressNeverFails(String path) {
        assertThat(SITE.as(ada).get(path).statusCode()).as(path).isLessThan(500);
        assertThat(SITE.visitor().get(path).statusCode()).as(path).isLessThan(500);
    }

    @Test
    void whatProgramsLeaveOutIsNamed() {
        Api api = new Api(SITE.address("").toString());
        assertThat(api.post("/api/v1/tokens", Map.of(), null).status()).isEqualTo(422);
        assertThat(api.post("/api/v1/tokens", Map.of("login", "a\0"), null).status())
                .isEqualTo(422);
        assertThat(api.post("/api/v1/tokens/refresh", Map.of(), null).status()).isEqualTo(422);
        api.as(ada.accessToken());
        var community = new HashMap<String, Object>();
        community.put("name", "Nulls in lists");
        community.put("languages", Arrays.asList("en", null));
        assertThat(api.post("/api/v1/communities", community, null).status()).isEqualTo(201);
        var discussion = new HashMap<String, Object>();
        discussion.put("kind", "question");
        discussion.put("title", "Nulls");
        discussion.put("body", "In tags.");
        discussion.put("tags", Arrays.asList((Object) null));
        assertThat(
                        api.post("/api/v1/communities/nulls-in-lists/discussions", discussion, null)
                                .status())
                .isEqualTo(201);
        assertThat(
                        api.post(
                                        "/api/v1/communities",
                                        Map.of("name", List.of("x"), "role", "chair"),
                                        null)
                                .status())
                .isBetween(400, 499);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"question\",\"title\":\"T\",\"body\":1}|body",
                "{\"kind\":\"question\",\"title\":true,\"body\":\"B\"}|title",
                "{\"kind\":\"question\",\"title\":\"T\",\"body\":{}}|body",
                "{\"kind\":\"question\",\"title\":\"T\",\"body\":[\"B\"]}|body",
                "{\"kind\":\"question\",\"title\":\"T\",\"body\":\"B\",\"tags\":[\"a\",2]}|tags",
                "{\"kind\":\"question\",\"title\":\"T\",\"body\":\"B\",\"tags\":\"a\"}|tags"
            })
    void whatIsNotTextIsNotTakenAsTextAndIsNamed(String json, String field) {
        Api api = SITE.api(ada);
        api.post("/api/v1/communities", Map.of("name", "Numbers"), null);

        Api.Answer answer = api.send("POST", "/api/v1/communities/numbers/discussions", json);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/field").asText())
                .as(answer.body().toString())
                .isEqualTo(field);
        assertThat(answer.body().at("/errors/0/message").asText()).isNotBlank();
        assertThat(SITE.db().count("select count(*) from discussion")).isZero();
    }

    @Test
    void aFormWithTheCharacterZeroIsShownAgain() {
        assertThat(SITE.as(ada).post("/settings", "language", "\0").statusCode()).isEqualTo(422);
        assertThat(SITE.as(ada).post("/communities", "name", "x", "visibility", "\0").statusCode())
                .isEqualTo(422);
    }
}
