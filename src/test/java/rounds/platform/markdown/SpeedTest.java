package rounds.platform.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.IntSupplier;

/// A hundred thousand posts are imported at 1,500 a second, so one may cost little.
@Tag("timed")
class SpeedTest {

    private static final String POST =
            """
            We have seen three patients this month with **new** confusion after starting both drugs, all
            over 80. In each the sodium was below 125 and the family noticed it first. See
            [the guideline](https://example.org/guide?x=1) and what @anna wrote.

            > Check sodium at day 7
            > and again at day 14

            - stop the thiazide
            - repeat *urea* and electrolytes
            - call the family, `eGFR < 30` matters

            Has anybody changed the order set for this? We put a reminder into the record at the time of
            prescribing, and found that nurses read it while physicians did not. What would you do, and
            how did you get the laboratory to phone results below 120 on a Friday evening? Thank you for
            any thoughts, particularly from rural sites with no laboratory on weekends, and for letters
            to pharmacies that we could use as they are in our own region.

            | drug | n |
            |---|--:|
            | HCT | 3 |
            """;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void aPostOf150WordsCostsLittle() {
        var markdown = new Markdown();
        Html html = markdown.render(POST, "p1");
        double render = microseconds(() -> markdown.render(POST, "p1").value().length());
        double words = microseconds(() -> html.plainText().length());
        System.out.printf(
                "A post of 150 words: rendered in %.0f µs, read as words in %.0f µs%n",
                render, words);

        assertThat(render).isLessThan(200);
        assertThat(words).isLessThan(50);
    }

    /// Of processor, once warm: the least of some rounds.
    private double microseconds(IntSupplier work) {
        int rounds = 12;
        int times = 1_000;
        long least = Long.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            long from = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                assertThat(work.getAsInt()).isPositive();
            }
            least = Math.min(least, threads.getCurrentThreadCpuTime() - from);
        }
        return least / 1_000.0 / times;
    }
}
