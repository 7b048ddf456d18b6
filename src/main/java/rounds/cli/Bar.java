package rounds.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import org.jspecify.annotations.Nullable;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// How far long work has come, with its rate and the time left: a bar in a terminal, a line every
/// few seconds elsewhere.
final class Bar implements AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);
    private static final int PER_MILLE = 1000;

    private final String task;
    private final String things;
    private final PrintStream out = System.err;
    private final long started = System.nanoTime();
    private final @Nullable ProgressBar bar;
    private long said = started;

    /// @param task what is being done: "Importing"
    /// @param things what is counted: "posts"
    Bar(String task, String things) {
        this.task = task;
        this.things = things;
        this.bar = isTerminal() ? bar(task, out) : null;
    }

    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static ProgressBar bar(String task, PrintStream out) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(PER_MILLE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(250)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .hideEta()
                .build();
    }

    /// @param share done of the whole, 0 to 1; negative where nobody knows
    /// @param count how many things are done
    void at(double share, long count) {
        long now = System.nanoTime();
        if (bar != null) {
            bar.stepTo(Math.round(Math.max(0, share) * PER_MILLE))
                    .setExtraMessage(words(share, count, now));
        } else if (now - said >= BETWEEN_LINES.toNanos()) {
            said = now;
            out.printf("%s %s%n", task, words(share, count, now));
        }
    }

    private String words(double share, long count, long now) {
        double seconds = Math.max(0.001, (now - started) / 1e9);
        String words =
                String.format(
                        Locale.ROOT, "%,d %s, %,.0f a second", count, things, count / seconds);
        if (share <= 0) {
            return words;
        }
        long left = Math.round(seconds * (1 - share) / share);
        return String.format(
                Locale.ROOT,
                "%3.0f %%, %s, %d:%02d left",
                share * 100,
                words,
                left / 60,
                left % 60);
    }

    double seconds() {
        return (System.nanoTime() - started) / 1e9;
    }

    /// A line of its own, above the bar.
    void say(String line) {
        if (bar != null) {
            out.print("\r\033[K");
        }
        out.println(line);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
