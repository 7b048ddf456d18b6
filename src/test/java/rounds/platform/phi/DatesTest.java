package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.platform.phi.Suggestion.Season;

import java.time.LocalDate;

/// Dates and ages.
class DatesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "She was admitted on March 3, 2024.",
                "DOB 1938-05-12",
                "born 12/05/1938",
                "Il est né le 12 mai 1938.",
                "hospitalisée le 3 mars 2024",
                "He fell on 3 March.",
                "opérée le 1er avril",
                "seen 3/4/24",
                "She fell on March third.",
                "seen on the fourth of April 2026",
                "Elle est tombée le trois mars."
            })
    void aDayInSomebodysLifeIsLikely(String text) {
        assertThat(Found.certainty(Kind.DATE, text)).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void anAgeAboveEightyNineIsOneInWordsToo() {
        for (String text :
                new String[] {
                    "She is ninety-three years old.",
                    "A ninety-four-year-old man came.",
                    "Mrs Kowalski, ninety-three, fell.",
                    "He turned one hundred.",
                    "Elle a quatre-vingt-treize ans."
                }) {
            assertThat(Found.certainty(Kind.AGE, text)).as(text).isEqualTo(Certainty.LIKELY);
        }
        for (String text :
                new String[] {
                    "The clinic was built ninety-three years ago.",
                    "Over ninety years of age.",
                    "More than ninety-five years old.",
                    "La clinique existe depuis cent ans.",
                    "She may second that, and the patient may third."
                }) {
            assertThat(Found.in(text)).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The guideline was updated on March 3, 2024.",
                "Next meeting: 12 May 2025",
                "Prochaine réunion le 3 mars 2024",
                "accessed 2024-03-03",
                "In 2019 we changed this.",
                "between January 2001 and May 2003",
                "COVID-19 may march on",
                "give 5/10/20 mg",
                "BP 120/80, HR 60",
                "1/2/3 rule",
                "INR 2.0-3.0",
                "the 2023-2024 season",
                "Smith et al., 2019"
            })
    void theDayOfAnAffairIsLeftAlone(String text) {
        assertThat(Found.in(text)).isEmpty();
    }

    @Test
    void aDayBecomesItsSeason() {
        assertThat(Found.suggestion(Kind.DATE, "admitted on 2023-12-24"))
                .isEqualTo(Season.of(LocalDate.of(2023, 12, 24)));
        assertThat(Found.suggestion(Kind.DATE, "née le 3 mars 1950"))
                .isEqualTo(Season.of(LocalDate.of(1950, 3, 3)));
    }

    @Test
    void aDayThatCanBeReadTwoWaysBecomesItsYear() {
        assertThat(Found.suggestion(Kind.DATE, "born 12/05/1938"))
                .isEqualTo(new Suggestion.Year(1938));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A 93-year-old woman",
                "une femme de 93 ans",
                "aged 101",
                "94 y/o",
                "He is 91M with CHF",
                "She turned 95 here.",
                "âgée de 92 ans",
                "Mrs Kowalski, 93, fell.",
                "Her mother was a woman, 94. She fell."
            })
    void anAgeOver89BecomesNinetyOrOlder(String text) {
        assertThat(Found.suggestion(Kind.AGE, text)).isEqualTo(Suggestion.NINETY_OR_OLDER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "An 89-year-old",
                "over 90 years old",
                "patients aged 65 to 95 years",
                "90 years or older",
                "95% CI",
                "100 years ago",
                "92 ans plus tard",
                "age 96 hours",
                "95 mg",
                "in rooms 91, 92, and 93",
                "Ontario, 95 Main Street",
                "in those > 90 years old"
            })
    void otherAgesAndNumbersAreLeftAlone(String text) {
        assertThat(Found.of(Kind.AGE, text)).isEmpty();
    }
}
