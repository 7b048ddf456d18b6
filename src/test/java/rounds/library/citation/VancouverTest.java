package rounds.library.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.stream.IntStream;

/// References as people read them.
class VancouverTest {
    @Test
    void anArticleNamesItsJournalYearAndDoi() {
        assertThat(
                        Vancouver.line(
                                reference(
                                        "Is lower better?",
                                        "CMAJ",
                                        "",
                                        "",
                                        "10.1000/1",
                                        "Reyes J",
                                        "Diallo A")))
                .isEqualTo("Reyes J, Diallo A. Is lower better? CMAJ. 2026. doi:10.1000/1");
    }

    @Test
    void whatACommunityMadeNamesItsVersionAndTheCommunity() {
        assertThat(Vancouver.line(reference("A guide", "", "Home care", "3", "", "Reyes J")))
                .isEqualTo("Reyes J. A guide. Version 3. Home care; 2026.");
    }

    @Test
    void ofManyAuthorsThreeAreNamed() {
        String[] seven =
                IntStream.range(0, 7)
                        .mapToObj(n -> "Name" + (char) ('a' + n) + " X")
                        .toArray(String[]::new);

        assertThat(Vancouver.line(reference("A guide", "", "", "", "", seven)))
                .isEqualTo("Namea X, Nameb X, Namec X, et al. A guide. 2026.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Diallo AB | Diallo | A. B.",
                "van der Berg J | van der Berg | J.",
                "Diallo, A. B. | Diallo | A. B.",
                "McDonald M Jr | McDonald | M.",
                "Health Canada | Health Canada | ''",
                "NICE UK | NICE UK | ''",
                "Ministry of Health, Ontario | Ministry of Health, Ontario | ''"
            })
    void onlyANameThatEndsInInitialsIsTakenApart(String cited, String family, String given) {
        assertThat(Name.of(cited).family()).isEqualTo(family);
        assertThat(Name.of(cited).given()).isEqualTo(given);
    }

    @Test
    void aHyphenedGivenNameHasTwoInitials() {
        assertThat(new Name("Sartre", "Jean-Paul", "").cited()).isEqualTo("Sartre JP");
        assertThat(new Name("Østby", "åse", "").cited()).isEqualTo("Østby Å");
    }

    private static Reference reference(
            String title,
            String journal,
            String publisher,
            String version,
            String doi,
            String... authors) {
        return new Reference(
                Reference.Type.ARTICLE,
                title,
                List.of(authors).stream().map(Name::of).toList(),
                journal,
                publisher,
                2026,
                version,
                doi,
                "",
                "",
                "",
                List.of(),
                "");
    }
}
