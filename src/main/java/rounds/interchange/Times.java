package rounds.interchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/// The three ways to write a time: an instant (`2026-03-01T08:30:00Z`), a duration before now
/// (`-P3DT4H`), milliseconds since 1970.
final class Times {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static Instant of(String text, Instant now) {
        try {
            return bounded(
                    text.startsWith("-P")
                            ? before(text, now)
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException | ArithmeticException _) {
            throw new BadLineException("\"" + Said.of(text) + "\" is not a time");
        }
    }

    /// A day as `2026-03-01`, or days from now (`P7D`) or before it (`-P7D`).
    static LocalDate day(String text, Instant now) {
        try {
            LocalDate day =
                    text.startsWith("P") || text.startsWith("-P")
                            ? LocalDate.ofInstant(now, ZoneOffset.UTC).plus(Period.parse(text))
                            : LocalDate.parse(text);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw new BadLineException("the day " + day + " is not between 1900 and 2200");
            }
            return day;
        } catch (DateTimeException | ArithmeticException _) {
            throw new BadLineException("\"" + Said.of(text) + "\" is not a day");
        }
    }

    static Instant of(long milliseconds) {
        return bounded(Instant.ofEpochMilli(milliseconds));
    }

    private static Instant before(String text, Instant now) {
        return now.plus(Duration.parse(text));
    }

    private static Instant bounded(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new BadLineException("the time " + time + " is not between 1900 and 2200");
        }
        return time;
    }

    private Times() {}
}
