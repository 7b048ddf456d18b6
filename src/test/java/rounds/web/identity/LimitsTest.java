package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;
import rounds.support.Site;
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
