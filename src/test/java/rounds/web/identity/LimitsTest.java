package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.support.Site;
import rounds.support.Somebody;
import rounds.support.Visit;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

class LimitsTest {
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.start("limits", Map.of("rounds.limits", "on"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void empty() {
        site.db().empty();
    }

    @Test
    void oneAddressGetsNoMoreThanFiveMailsAnHour() {
        int sent = 0;
        for (int times = 0; times < 12; times++) {
            int status = site.visitor().post("/reset", "email", "ada@example.org").statusCode();
            assertThat(status).isIn(200, 429);
            sent += status == 200 ? 1 : 0;
        }

        assertThat(sent).isEqualTo(5);
        assertThat(site.db().count("select count(*) from mail")).isEqualTo(5);
    }

    @Test
    void nobodyTriesAListOfAddressesOfCommunities() {
        var program = site.api(site.person("ada"));
        List<Integer> answers =
                IntStream.range(0, 65)
                        .mapToObj(times ->
                                program.post(
                                                "/api/v1/communities",
                                                Map.of("name", "Ours", "slug", "admin"),
                                                null)
                                        .status())
                        .toList();

        assertThat(answers).startsWith(422).endsWith(429);
        assertThat(answers.stream().filter(status -> status == 422)).hasSizeBetween(60, 61);
    }

    @Test
    void onePlaceCausesNoMoreThanTwentyMailsAnHour() {
        Visit browser = site.visitor();
        for (int times = 0; times < 30; times++) {
            browser.post("/reset", "email", "somebody" + times + "@example.org");
        }

        assertThat(site.db().count("select count(*) from mail")).isEqualTo(20);
    }

    @Test
    void guessingAPasswordIsStoppedWhetherThereIsSuchAPersonOrNot() {
        site.person("ada");

        assertThat(guesses("ada")).isEqualTo(guesses("zoe")).isEqualTo(10);
        assertThat(
                        site.visitor()
                                .post("/sign-in", "login", "ADA ", "password", Site.PASSWORD)
                                .headers()
                                .firstValue("Retry-After"))
                .isPresent();
    }

    @Test
    void whoReadsWhatPostsSaidBeforeTooOftenWaitsAndOthersDoNot() {
        Somebody ada = site.person("ada");
        Somebody ben = site.person("ben");
        long valley = site.community("valley", "private");
        site.member(valley, ada);
        site.member(valley, ben);
        String discussion =
                site.api(ada)
                        .post(
                                "/api/v1/communities/valley/discussions",
                                Map.of("kind", "question", "title", "Who?", "body", "One"),
                                null)
                        .body()
                        .get("id")
                        .asText();
        String post =
                site.api(ada)
                        .post(
                                "/api/v1/discussions/" + discussion + "/posts",
                                Map.of("body", "Two"),
                                null)
                        .body()
                        .get("id")
                        .asText();
        int last = 200;
        for (int times = 0; times < 60 && last == 200; times++) {
            last = site.as(ada).get("/p/" + post + "/revisions").statusCode();
        }

        assertThat(last).isEqualTo(429);
        assertThat(site.as(ben).get("/p/" + post + "/revisions").statusCode()).isEqualTo(200);
    }

    @Test
    void whoSetsVersionsBesideEachOtherTooOftenWaitsAndOthersDoNot() {
        Somebody ada = site.person("ada");
        Somebody ben = site.person("ben");
        long valley = site.community("valley", "private");
        site.member(valley, ada);
        site.member(valley, ben);
        String guide =
                site.api(ada)
                        .post(
                                "/api/v1/communities/valley/resources",
                                Map.of("title", "Guide", "kind", "tool", "body", "One"),
                                null)
                        .body()
                        .get("id")
                        .asText();
        site.api(ben).post("/api/v1/resources/" + guide + "/versions", Map.of("body", "Two"), null);
        String decision = "/r/" + guide + "/v/2/decision";
        String form = site.as(ada).get(decision).body();
        String version = Jsoup.parse(form).select("[name=version]").val();
        String changes = "/r/" + guide + "/changes?from=1&to=2";

        spent(ada, changes);
        assertThat(site.as(ada).get(decision).statusCode()).isEqualTo(429);
        assertThat(site.as(ben).get(decision).statusCode()).isEqualTo(200);
        // A slow machine has been given one back meanwhile.
        spent(ada, changes);
        var refused =
                site.as(ada)
                        .post(
                                decision,
                                "version",
                                version,
                                "current",
                                "1",
                                "decision",
                                "decline",
                                "reason",
                                "");
        assertThat(refused.statusCode())
                .as("and no form is lost: %s", refused.body())
                .isEqualTo(422);
        assertThat(refused.body()).contains("You have compared a lot within a minute");
    }

    private static void spent(Somebody somebody, String path) {
        int last = 200;
        for (int times = 0; times < 100 && last == 200; times++) {
            last = site.as(somebody).get(path).statusCode();
        }
        assertThat(last).isEqualTo(429);
    }

    private static long guesses(String login) {
        Visit browser = site.visitor();
        return IntStream.range(0, 14)
                .map(guess ->
                        browser.post(
                                        "/sign-in",
                                        "login",
                                        login,
                                        "password",
                                        "guess number " + guess)
                                .statusCode())
                .filter(status -> status == 422)
                .count();
    }

    @Test
    void whatOneNodeCountsAloneIsLimitedToo() {
        Limits limits = site.bean(Limits.class);
        long taken = 0;
        for (int times = 0; times < 40; times++) {
            try {
                limits.take(Limit.POST, "17");
                taken++;
            } catch (ProblemException stopped) {
                assertThat(stopped.problem())
                        .isInstanceOfSatisfying(
                                Problem.TooMany.class,
                                many -> assertThat(many.retryAfterSeconds()).isBetween(1L, 60L));
            }
        }

        assertThat(taken).isEqualTo(30);
        limits.take(Limit.POST, "18");
    }
}
