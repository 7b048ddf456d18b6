package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

class DatesTest {
    private static final Clock NOW =
            Clock.fixed(Instant.parse("2025-11-10T12:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId TORONTO = ZoneId.of("America/Toronto");

    private final Dates dates =
            new Dates(
                    NOW,
                    new Messages(
                            new ThemeFiles(
                                    null,
                                    Path.of(System.getProperty("rounds.project", ""))
                                            .resolve("themes/default"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-11-10T11:59:40Z | just now | à l’instant",
                "2025-11-10T11:48:00Z | 12 min ago | il y a 12 min",
                "2025-11-10T11:00:00Z | 1 hour ago | il y a 1 heure",
                "2025-11-09T13:00:00Z | 23 hours ago | il y a 23 heures",
                "2025-11-09T11:52:00Z | 9 Nov, 06:52 | 9 nov., 6 h 52",
                "2025-07-09T11:52:00Z | 9 Jul, 07:52 | 9 juill., 7 h 52",
                "2024-11-09T12:52:00Z | 9 Nov 2024, 07:52 | 9 nov. 2024, 7 h 52",
                "2025-07-01T11:52:00Z | 1 Jul, 07:52 | 1er juill., 7 h 52",
                "2025-11-12T12:52:00Z | 12 Nov, 07:52 | 12 nov., 7 h 52",
            })
    void timesAreSaidAsPeopleSayThem(String at, String english, String french) {
        assertThat(words(Language.EN, at)).isEqualTo(english);
        assertThat(words(Language.FR, at)).isEqualTo(french);
    }

    @Test
    void whoPointsAtATimeIsToldItsZone() {
        Instant at = Instant.parse("2025-11-09T12:52:00Z");
        assertThat(dates.when(new Reader(Language.EN, TORONTO), at).toString())
                .contains("title=\"Sunday 9 November 2025, 07:52 (Eastern Standard Time)\"");
        assertThat(dates.day(new Reader(Language.FR, TORONTO), at).toString())
                .contains("title=\"dimanche 9 novembre 2025, 7 h 52 (heure normale de l’Est");
    }

    private String words(Language language, String at) {
        String element = dates.when(new Reader(language, TORONTO), Instant.parse(at)).toString();
        assertThat(element)
                .startsWith("<time datetime=\"" + at + "\" title=\"")
                .endsWith("</time>");
        return element.replaceAll("<[^>]*>", "").replace('\u00a0', ' ');
    }
}
