package rounds.web.start;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.forum.Forum;
import rounds.forum.Kind;
import rounds.forum.NewDiscussion;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.topics.Pursuit;
import rounds.topics.Topic;
import rounds.topics.Topics;

import java.net.http.HttpResponse;
import java.util.List;

/// What newcomers read first, over HTTP as a browser without script sees it.
class StartPagesTest {
    private static final Site SITE = Site.running();
    private static final String START = "/c/valley/start";

    private Somebody ada;
    private Somebody mod;
    private long valley;

    @BeforeEach
    void people() {
        SITE.db().empty();
        ada = SITE.person("ada");
        mod = SITE.person("mod");
        valley = SITE.community("valley", "private");
        SITE.member(valley, ada);
        SITE.member(valley, mod, "moderator");
    }

    @Test
    void curatorsChooseAndArrangeItAndNewcomersFindItOnTheirHome() {
        for (String title : List.of("One", "Two", "Three")) {
            HttpResponse<String> put =
                    put(mod, "http://somewhere/d/" + opened("valley", title) + "-slug?at=1", title);
            assertThat(put.statusCode()).as(put.body()).isEqualTo(303);
        }
        assertThat(titles()).containsExactly("One", "Two", "Three");

        SITE.as(mod).post(START + "/order", "item", entry("Three"), "to", "up");
        assertThat(titles()).containsExactly("One", "Three", "Two");
        SITE.as(mod)
                .post(
                        START + "/order",
                        "item",
                        entry("Two"),
                        "to",
                        "before",
                        "beside",
                        entry("One"));
        assertThat(titles()).containsExactly("Two", "One", "Three");
        SITE.as(mod).post(START + "/order", "item", entry("Two"), "to", "up");
        assertThat(titles()).as("at its beginning").containsExactly("Two", "One", "Three");
        SITE.as(mod).post(START + "/removal", "item", entry("One"));
        assertThat(titles()).containsExactly("Two", "Three");

        assertThat(SITE.as(ada).get("/c/valley").body()).contains("id=\"h-start\"", "why Two");
        SITE.db().run("update access set since = now() - interval '40 days'");
        assertThat(SITE.as(ada).get("/c/valley").body()).doesNotContain("id=\"h-start\"");
        assertThat(SITE.db().rows("select act from community_log order by id"))
                .containsExactly("start_put", "start_put", "start_put", "start_taken");
    }

    @Test
    void whatCannotStandThereIsRefusedAndTheFormComesBackFilled() {
        long other = SITE.community("other", "private");
        SITE.member(other, mod);
        String one = opened("valley", "One");
        put(mod, "/d/" + one, "One");

        for (String address :
                List.of("/d/" + opened("other", "Elsewhere"), "/d/x", "", "/d/" + one)) {
            HttpResponse<String> refused = put(mod, address, "First");
            assertThat(refused.statusCode()).as(address).isEqualTo(422);
            assertThat(refused.body()).contains("value=\"why First\"", "class=\"error\"");
        }
        assertThat(put(ada, "/d/" + one, "One").statusCode()).isEqualTo(403);
        assertThat(SITE.as(SITE.person("eve")).get(START).statusCode()).isEqualTo(404);
    }

    @Test
    void aTitleIsTakenForWhatIsCalledSoHere() {
        long other = SITE.community("other", "private");
        SITE.member(other, mod);
        opened("other", "Reading the inbox");
        opened("valley", "Reading the inbox");
        opened("valley", "Reading the inbox twice");
        opened("valley", "Falls at home");
        opened("valley", "Falls at home again");

        assertThat(put(mod, "reading the INBOX", "First").statusCode()).isEqualTo(303);
        assertThat(titles()).containsExactly("Reading the inbox");
        HttpResponse<String> several = put(mod, "falls at ho", "Second");
        assertThat(several.statusCode()).isEqualTo(422);
        assertThat(several.body()).contains("Several here are called so", "value=\"why Second\"");
        assertThat(put(mod, "inbox twice", "Third").statusCode()).isEqualTo(303);
        assertThat(put(mod, "nothing is called so", "Fourth").statusCode()).isEqualTo(422);
        assertThat(put(ada, "Falls at home", "Fifth").statusCode()).isEqualTo(403);
    }

    @Test
    void aFocusTopicStandsThereAndIsReadByThoseWhoReadIt() {
        var curator = new Viewer.SignedIn(mod.id(), mod.session(), 1);
        Topic topic =
                SITE.bean(Topics.class)
                        .propose(
                                curator,
                                "valley",
                                new Pursuit(
                                        "Falls",
                                        "Which first?",
                                        "",
                                        List.of(),
                                        List.of(),
                                        "en",
                                        null,
                                        null),
                                null);

        assertThat(put(mod, topic.path(), "Falls").statusCode()).isEqualTo(303);
        assertThat(titles()).containsExactly("Falls");
        assertThat(SITE.as(ada).get(START).body()).contains("Focus topic");

        SITE.db().run("update topic set state = 'withdrawn'");
        assertThat(titles()).isEmpty();
    }

    @Test
    void whatIsHiddenIsAbsentForReaders() {
        String one = opened("valley", "One");
        put(mod, "/d/" + one, "One");

        SITE.db().run("update discussion set state = 'hidden'");

        assertThat(titles()).isEmpty();
    }

    private HttpResponse<String> put(Somebody who, String address, String why) {
        return SITE.as(who).post(START, "address", address, "why", "why " + why);
    }

    private List<String> titles() {
        return Jsoup.parse(SITE.as(ada).get(START).body()).select(".arranging a").eachText();
    }

    private static String entry(String title) {
        return Ids.text(
                SITE.db()
                        .count(
                                "select e.id from start_entry e join discussion d on d.id = e.content_id where d.title = '%s'"
                                        .formatted(title)));
    }

    private String opened(String community, String title) {
        return Ids.text(
                SITE.bean(Forum.class)
                        .open(
                                new Viewer.SignedIn(mod.id(), mod.session(), 1),
                                community,
                                new NewDiscussion(Kind.QUESTION, title, "Words", List.of(), "en"),
                                null)
                        .discussionId());
    }
}
