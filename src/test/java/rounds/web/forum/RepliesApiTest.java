package rounds.web.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.util.List;
import java.util.Map;

/// Replies as a program sends them.
class RepliesApiTest {
    private static final Site SITE = Site.running();

    private final Api api = new Api(SITE.address("").toString());
    private String replies;

    @BeforeEach
    void open() {
        SITE.db().empty();
        Somebody ada = SITE.person("ada");
        api.as(ada.accessToken());
        api.post(
                "/api/v1/communities",
                Map.of("name", "Home care", "visibility", "public", "languages", List.of("en")),
                null);
        String id =
                made(
                                "/api/v1/communities/home-care/discussions",
                                Map.of("kind", "question", "title", "Whose?", "body", "A list."),
                                null)
                        .body()
                        .get("id")
                        .asText();
        replies = "/api/v1/discussions/" + id + "/posts";
    }

    @Test
    void theAnswerToAReplyIsThePostAsItIsReadAfterwards() {
        Api.Answer first = made(replies, Map.of("body", "The *nurse’s*.\r\n"), "one");
        String parent = first.body().get("id").asText();
        Api.Answer second =
                made(replies, Map.of("body", "C’est la liste.", "parent", parent), "two");

        assertThat(first.body()).isEqualTo(read(first));
        assertThat(second.body()).isEqualTo(read(second));
        assertThat(second.body().get("parentId").asText()).isEqualTo(parent);
        assertThat(second.body().get("authorName").asText()).isNotEmpty();
    }

    @Test
    void aReplySentTwiceIsAnsweredWithTheFirstAsItIsNow() {
        Api.Answer first = made(replies, Map.of("body", "Hers."), "one");
        String post = "/api/v1/posts/" + first.body().get("id").asText();
        assertThat(api.send("PATCH", post, "{\"body\":\"His.\"}").status()).isEqualTo(200);

        Api.Answer again = made(replies, Map.of("body", "Hers."), "one");

        assertThat(again.body()).isEqualTo(api.get(post).body());
        assertThat(again.body().get("body").asText()).isEqualTo("His.");
    }

    private Api.Answer made(String path, Map<String, ?> body, String key) {
        Api.Answer answer = api.post(path, body, key);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer;
    }

    private Object read(Api.Answer made) {
        return api.get("/api/v1/posts/" + made.body().get("id").asText()).body();
    }
}
