package rounds.web.page;

import io.pebbletemplates.pebble.extension.escaper.SafeString;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Times as people say them: "12 min ago" within a day, then "9 Nov, 07:52".
final class Dates {
    private static final Map<Long, String> FRENCH_DAYS =
            LongStream.rangeClosed(1, 31)
                    .boxed()
                    .collect(Collectors.toMap(day -> day, day -> day == 1 ? "1er" : "" + day));

    private static final Map<Language, DateTimeFormatter> THIS_YEAR =
            Map.of(
                    Language.EN,
                    form(Language.EN, "d MMM, HH:mm"),
                    Language.FR,
                    form(Language.FR, "d MMM, H 'h' mm"));
    private static final Map<Language, DateTimeFormatter> OTHER_YEAR =
            Map.of(
                    Language.EN, form(Language.EN, "d MMM yyyy, HH:mm"),
                    Language.FR, form(Language.FR, "d MMM yyyy, H 'h' mm"));
    private static final Map<Language, DateTimeFormatter> DAY =
            Map.of(
                    Language.EN,
                    form(Language.EN, "d MMMM yyyy"),
                    Language.FR,
                    form(Language.FR, "d MMMM yyyy"));
    // The whole of it, with its zone: for whoever points at a time or is read it aloud.
    private static final Map<Language, DateTimeFormatter> IN_FULL =
            Map.of(
                    Language.EN,
                    written(Language.EN, "EEEE d MMMM yyyy, HH:mm '('zzzz')'"),
                    Language.FR,
                    written(Language.FR, "EEEE d MMMM yyyy, H 'h' mm '('zzzz')'"));
    private static final Map<Language, DateTimeFormatter> MONTH =
            Map.of(
                    Language.EN, form(Language.EN, "LLLL yyyy"),
                    Language.FR, form(Language.FR, "LLLL yyyy"));

    private static final Map<Language, DateTimeFormatter> WEEKDAY =
            Map.of(Language.EN, form(Language.EN, "EEEE"), Language.FR, form(Language.FR, "EEEE"));
    private static final Map<Language, DateTimeFormatter> TIME =
            Map.of(
                    Language.EN,
                    form(Language.EN, "HH:mm"),
                    Language.FR,
                    form(Language.FR, "H 'h' mm"));

    private final Clock clock;
    private final Messages messages;

    Dates(Clock clock, Messages messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /// How long ago, or when: a `<time>` element.
    SafeString when(Reader reader, Instant at) {
        Instant now = clock.instant();
        Duration age = Duration.between(at, now);
        boolean today = !age.isNegative() && age.toHours() < 24;
        return element(
                reader,
                at,
                today ? ago(reader.language(), age.toMinutes()) : moment(reader, at, now));
    }

    /// The day alone: a `<time>` element.
    SafeString day(Reader reader, Instant at) {
        return element(reader, at, form(DAY, reader).format(at.atZone(reader.zone())));
    }

    /// The name of a month that stands as `2026-11`.
    static String month(Reader reader, String month) {
        String name = form(MONTH, reader).format(YearMonth.parse(month));
        return name.substring(0, 1).toUpperCase(reader.language().locale()) + name.substring(1);
    }

    /// A day of the calendar: a `<time>` element.
    SafeString date(Reader reader, LocalDate day) {
        return new SafeString(
                "<time datetime=\"" + day + "\">" + form(DAY, reader).format(day) + "</time>");
    }

    /// Since when, in a few words: today the time, in the last days the weekday, else the day.
    SafeString since(Reader reader, Instant at) {
        ZonedDateTime local = at.atZone(reader.zone());
        long days =
                ChronoUnit.DAYS.between(
                        local.toLocalDate(), clock.instant().atZone(reader.zone()).toLocalDate());
        Map<Language, DateTimeFormatter> forms = days == 0 ? TIME : days < 7 ? WEEKDAY : DAY;
        return element(reader, at, form(forms, reader).format(local));
    }

    private String ago(Language language, long minutes) {
        if (minutes < 1) {
            return messages.text(language, "date.now", List.of());
        }
        return minutes < 60
                ? messages.text(language, "date.minutes", List.of(minutes))
                : messages.text(language, "date.hours", List.of(minutes / 60));
    }

    private static String moment(Reader reader, Instant at, Instant now) {
        ZonedDateTime local = at.atZone(reader.zone());
        boolean thisYear = local.getYear() == now.atZone(reader.zone()).getYear();
        return form(thisYear ? THIS_YEAR : OTHER_YEAR, reader).format(local);
    }

    private static DateTimeFormatter form(Map<Language, DateTimeFormatter> forms, Reader reader) {
        return Objects.requireNonNull(forms.get(reader.language()));
    }

    private static SafeString element(Reader reader, Instant at, String words) {
        String full = form(IN_FULL, reader).format(at.atZone(reader.zone()));
        return new SafeString(
                "<time datetime=\"" + at + "\" title=\"" + full + "\">" + words + "</time>");
    }

    // No-break spaces, so that a date stays on one line.
    private static DateTimeFormatter form(Language language, String pattern) {
        return written(language, pattern.replace(' ', '\u00a0').replace(",\u00a0", ", "));
    }

    // In French the first of a month is an ordinal, every other day a number.
    private static DateTimeFormatter written(Language language, String pattern) {
        int day = pattern.indexOf('d');
        if (language != Language.FR || day < 0) {
            return DateTimeFormatter.ofPattern(pattern, language.locale());
        }
        var form = new DateTimeFormatterBuilder();
        if (day > 0) {
            form.appendPattern(pattern.substring(0, day));
        }
        return form.appendText(ChronoField.DAY_OF_MONTH, FRENCH_DAYS)
                .appendPattern(pattern.substring(day + 1))
                .toFormatter(language.locale());
    }
}
