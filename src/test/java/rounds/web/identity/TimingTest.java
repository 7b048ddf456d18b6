package rounds.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import rounds.support.Site;
import rounds.support.Visit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How long an answer takes does not tell whether an address has an account. Both kinds are asked
/// for in a random order, so that a busy machine is busy for both alike.
@Tag("timed")
class TimingTest {
    private static final Site SITE = Site.running();
    private static final boolean LONG = Boolean.getBoolean("rounds.long");
    private static final int TIMES = LONG ? 1000 : 100;
    private static final int ATTEMPTS = 3;

    private final Random random = new Random(7);

    @BeforeEach
    void empty() {
        SITE.db().empty();
        SITE.person("ada");
    }

    private interface Asking {
        void ask(Visit browser, String csrf, String email);
    }

    @Test
    void askingForAReset() {
        compare((browser, csrf, email) -> send(browser, "/reset", csrf, "&email=" + email));
    }

    @Test
    void signingIn() {
        compare((browser, csrf, email) ->
                send(browser, "/sign-in", csrf, "&login=" + email + "&password=not+the+password"));
    }

    @Test
    void signingUp() {
        compare((browser, csrf, email) ->
                send(
                        browser.without("s").without("r"),
                        "/sign-up",
                        csrf,
                        "&name=Somebody&password=seven+loud+badgers&email=" + email));
    }

    private static void send(Visit browser, String path, String csrf, String fields) {
        int status = browser.postBody(path, "csrf=" + csrf + fields).statusCode();
        assertThat(status).isIn(200, 303, 422);
    }

    /// Two samples of one distribution differ now and then by chance, or because the machine was
    /// busy; a leak shows in every sample.
    private void compare(Asking asking) {
        double best = 0;
        for (int attempt = 0; attempt < ATTEMPTS && best <= 0.01; attempt++) {
            best = Math.max(best, sample(asking));
        }
        assertThat(best).as("Kolmogorov–Smirnov p").isGreaterThan(0.01);
    }

    private double sample(Asking asking) {
        Visit browser = SITE.visitor();
        String csrf = browser.csrf();
        for (int warm = 0; warm < 30; warm++) {
            asking.ask(browser, csrf, warm % 2 == 0 ? "ada@example.org" : "zoe@example.org");
        }
        var kinds = new ArrayList<Boolean>(Collections.nCopies(TIMES, true));
        kinds.addAll(Collections.nCopies(TIMES, false));
        Collections.shuffle(kinds, random);
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (boolean isKnown : kinds) {
            String email = isKnown ? "ada@example.org" : "zoe" + random.nextInt() + "@example.org";
            long from = System.nanoTime();
            asking.ask(browser, csrf, email);
            (isKnown ? known : unknown).add(System.nanoTime() - from);
        }

        return similarity(known, unknown);
    }

    /// The chance that two samples of one distribution differ at least as much as these
    /// (Kolmogorov–Smirnov).
    private static double similarity(List<Long> one, List<Long> other) {
        var all = new ArrayList<>(one);
        all.addAll(other);
        double widest = 0;
        for (long value : all) {
            widest = Math.max(widest, Math.abs(share(one, value) - share(other, value)));
        }
        double size = Math.sqrt(one.size() * (double) other.size() / (one.size() + other.size()));
        double lambda = (size + 0.12 + 0.11 / size) * widest;
        double chance = 0;
        for (int term = 1; term <= 100; term++) {
            chance += 2 * Math.pow(-1, term - 1) * Math.exp(-2 * term * term * lambda * lambda);
        }
        return Math.min(1, Math.max(0, lambda < 0.3 ? 1 : chance));
    }

    private static double share(List<Long> values, long limit) {
        return values.stream().filter(value -> value <= limit).count() / (double) values.size();
    }
}
