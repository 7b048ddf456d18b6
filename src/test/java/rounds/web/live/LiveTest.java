package rounds.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.support.Api;
import rounds.support.Site;
import rounds.support.Somebody;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A discussion that stays open, told from outside.
class LiveTest {
    private static final Site SITE = Site.running();
    private static final Duration SOON = Duration.ofSeconds(2);

    private Somebody ada;
    private Somebody bo;
    private Api author;
    private String discussion;

    @BeforeEach
    void open() {
        SITE.db().empty();
        ada = SITE.person("ada");
        bo = SITE.person("bob");
        author = SITE.api(ada);
        author.post(
                "/api/v1/communities",
                Map.of("slug", "home-care", "name", "Home care", "visibility", "private"),
                null);
        SITE.db()
                .run(
                        """
                        insert into membership (id, community_id, person_id, role)
                        select 77, id, %d, 'member' from community
                        """
                                .formatted(bo.id()));
        discussion =
                author.post(
                                "/api/v1/communities/home-care/discussions",
                                Map.of("kind", "question", "title", "Whose?", "body", "Which?"),
                                null)
                        .body()
                        .get("id")
                        .asText();
    }

    @Test
    void anOpenPageLearnsOfAReplyAndFetchesIt() {
        try (var page = Listener.on(SITE, bo, discussion)) {
            assertThat(page.beat(SOON).get("newest").asInt()).isEqualTo(1);
            reply("The nurse's.");

            assertThat(page.until(beat -> beat.get("newest").asInt() == 2, SOON)).isTrue();
        }
        var news = SITE.as(bo).get("/d/" + discussion + "/news?after=1");
        assertThat(Jsoup.parse(news.body()).select("article#p2 .prose").text())
                .isEqualTo("The nurse's.");
    }

    @Test
    void anEditedPostIsNamedAndAClosedDiscussionSaysSo() {
        String post = reply("The nurse's.");
        try (var page = Listener.on(SITE, bo, discussion)) {
            page.beat(SOON);
            author.send("PATCH", "/api/v1/posts/" + post, "{\"body\": \"The doctor's.\"}");
            assertThat(page.until(beat -> beat.get("changed").toString().equals("[2]"), SOON))
                    .isTrue();

            SITE.as(ada).post("/d/" + discussion + "/closure", "closed", "yes");
            assertThat(page.until(beat -> beat.get("closed").asBoolean(), SOON)).isTrue();
        }
        var news = SITE.as(bo).get("/d/" + discussion + "/news?after=2&again=2");
        assertThat(Jsoup.parse(news.body()).select("#p2 .prose").text()).isEqualTo("The doctor's.");
    }

    @Test
    void whoeverWasRemovedIsToldNothingMore() {
        try (var page = Listener.on(SITE, bo, discussion)) {
            page.beat(SOON);
            SITE.db().run("update membership set until_at = now() where id = 77");
            reply("Not for Bo.");

            assertThat(page.isOverWithout(2, SOON)).isTrue();
        }
        assertThat(SITE.as(bo).get("/d/" + discussion + "/news?after=1").statusCode())
                .isEqualTo(404);
        assertThat(Listener.status(SITE, bo, discussion)).isEqualTo(404);
    }

    @Test
    void aSessionThatHasEndedEndsItsPages() {
        try (var page = Listener.on(SITE, bo, discussion)) {
            page.beat(SOON);
            SITE.db()
                    .run(
                            "update session set ended_at = now(), end_reason = 'signed_out' where id = "
                                    + bo.session());
            reply("Nobody there.");

            assertThat(page.isOverWithout(2, SOON)).isTrue();
        }
    }

    @Test
    void readersAreCountedAsPeopleNotAsWindows() {
        try (var one = Listener.on(SITE, ada, discussion);
                var two = Listener.on(SITE, bo, discussion);
                var again = Listener.on(SITE, bo, discussion)) {
            assertThat(one.until(beat -> beat.get("readers").asInt() == 2, Duration.ofSeconds(8)))
                    .isTrue();
            again.close();
            two.close();
            assertThat(one.until(beat -> beat.get("readers").asInt() == 1, Duration.ofSeconds(12)))
                    .isTrue();
        }
    }

    @Test
    void theBellOfAnyOpenPageShowsWhatSheIsToldOf() {
        try (var page = Listener.anywhere(SITE, bo);
                var here = Listener.on(SITE, bo, discussion);
                var other = Listener.anywhere(SITE, ada)) {
            assertThat(page.rings(0, SOON)).isTrue();
            assertThat(here.rings(0, SOON)).isTrue();
            assertThat(other.rings(0, SOON)).isTrue();
            reply("Ask @bob");

            assertThat(page.rings(1, SOON)).isTrue();
            assertThat(here.rings(1, SOON)).isTrue();
            assertThat(other.rings(1, Duration.ofMillis(500))).isFalse();
        }
    }

    @Test
    void theBellOfWhoWasRemovedShowsNothingOfThePlaceWithinASecond() {
        reply("Ask @bob");
        SITE.as(ada)
                .post(
                        "/c/home-care/discussions",
                        "kind",
                        "announcement",
                        "title",
                        "We meet on Tuesday",
                        "body",
                        "At noon.");
        try (var page = Listener.anywhere(SITE, bo)) {
            assertThat(page.rings(2, SOON)).isTrue();
            SITE.as(ada).post("/c/home-care/members/bob/removal", "reason", "Left the region");

            // Of that she is told, and of nothing there any more.
            assertThat(page.rings(1, Duration.ofSeconds(1))).isTrue();
            assertThat(
                            Jsoup.parse(SITE.as(bo).get("/notifications").body())
                                    .select(".told h3")
                                    .text())
                    .contains("You were removed from")
                    .doesNotContain("mentioned", "announced");
        }
    }

    @Test
    void whoWasRemovedFindsNothingOfThePlaceInAnyListFeedOrCompletion() {
        reply("Ask @bob");
        Api program = SITE.api(bo);
        program.send("PUT", "/api/v1/saved/discussion/" + discussion, "{\"note\": \"\"}");
        program.send(
                "PUT", "/api/v1/discussions/" + discussion + "/watch", "{\"level\": \"every\"}");
        String feed =
                Jsoup.parse(SITE.as(bo).post("/settings/feeds").body())
                        .select("#feed-latest")
                        .val();
        try (var page = Listener.anywhere(SITE, bo)) {
            assertThat(page.rings(1, SOON)).isTrue();
        }
        List<String> places =
                List.of(
                        "/",
                        "/latest",
                        "/unread",
                        "/followed",
                        "/saved",
                        "/notifications",
                        "/pointers?q=whose",
                        "/similar?title=whose",
                        URI.create(feed).getPath());
        for (String place : places) {
            assertThat(SITE.as(bo).get(place).body()).as("before: " + place).contains("Whose?");
        }
        assertThat(SITE.as(bo).get("/names?q=ad&place=answer." + discussion).body())
                .contains("ada");

        SITE.as(ada).post("/c/home-care/members/bob/removal", "reason", "Left the region");

        for (String place : places) {
            assertThat(SITE.as(bo).get(place).body())
                    .as("after: " + place)
                    .doesNotContain("Whose?", "home-care");
        }
        assertThat(SITE.as(bo).get("/names?q=ad&place=answer." + discussion).body())
                .doesNotContain("ada");
    }

    private String reply(String body) {
        return author.post(
                        "/api/v1/discussions/" + discussion + "/posts", Map.of("body", body), null)
                .body()
                .get("id")
                .asText();
    }
}
