package rounds.platform;

import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Now, as fine as the database keeps it, so that what is written and what is read are equal.
@Singleton
public final class Moment {
    private final Clock clock;

    Moment(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
