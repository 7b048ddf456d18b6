package rounds.search;

import java.time.Duration;

/// A rest after trouble, twice as long each time, until work succeeds again.
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Duration next = FIRST;
    private long until;
    private boolean resting;

    void rest() {
        resting = true;
        until = System.nanoTime() + next.toNanos();
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    boolean isResting() {
        return resting;
    }

    boolean isOver() {
        return System.nanoTime() - until >= 0;
    }

    /// Something is tried again.
    void end() {
        resting = false;
    }

    /// It went well.
    void forget() {
        next = FIRST;
    }
}
