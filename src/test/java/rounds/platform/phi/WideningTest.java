package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Words that say less of a person, put in the place of what was found.
class WideningTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Mrs. Kowalski refused.            | The patient refused.",
                "en | We saw Mrs Kowalski at home.      | We saw the patient at home.",
                "en | Aged 93, she lives alone.         | Aged 90 or older, she lives alone.",
                "en | A 93-year-old woman fell.         | A 90-or-older woman fell.",
                "en | She fell on 12 March 2024.        | She fell in spring 2024.",
                "en | On 2023-12-24 she fell.           | She was told.",
                "en | DOB 1978-05-12                    | DOB spring 1978",
                "en | She was born 12/05/1978           | She was born 1978",
                "en | Call 613-555-0199.                | Call (phone number left out).",
                "fr | Hospitalisée le 3 mars 2024.      | Hospitalisée au printemps 2024.",
                "fr | Vue le 3 juillet 2024.            | Vue en été 2024.",
                "fr | Âgée de 93 ans, elle vit seule.   | Âgée de 90 ans ou plus, elle vit seule.",
                "fr | Mme Tremblay refuse.              | La personne refuse.",
                "en | Her daughter Linda Oakes called.  | Her daughter called.",
                "en | We asked Dr. Smith about it.      | We asked a colleague about it.",
                "fr | Le Dr Lavoie l’avait vue.         | Une personne de l’équipe l’avait vue.",
                "en | Born on 3 March 1931.             | Born more than 89 years ago.",
                "en | She lives at 12 Elm Street. Nobody saw it. | She lives at (address left out). Nobody saw it.",
                "fr | Elle habite au 12, rue des Érables. | Elle habite (adresse retirée).",
                "fr | Suivi prévu le 12 mars.           | Suivi prévu (date retirée).",
            })
    void theFirstOfThemReadsOn(String language, String text, String wider) {
        if (text.startsWith("On ")) {
            // A day at the beginning is found only where something says whose it is.
            assertThat(Found.in(text)).isEqualTo(List.of("DATE 2023-12-24"));
            assertThat(wider(text, language)).isEqualTo("In winter 2024 she fell.");
            return;
        }
        assertThat(wider(text, language)).isEqualTo(wider);
    }

    private static String wider(String text, String language) {
        List<Finding> found = Identifiers.in(text);
        Widening best = Widening.of(text, found.getFirst(), found, language).getFirst();
        return text.substring(0, best.start()) + best.words() + text.substring(best.end());
    }

    @Test
    void aDayAmongSeveralIsCountedFromTheFirst() {
        String text = "She was admitted on 2024-03-01, and died on 2024-03-03.";
        List<Finding> found = Identifiers.in(text);

        assertThat(found.stream().map(one -> offers(text, one, found)))
                .containsExactly(
                        List.of("in spring 2024", "on day 1"),
                        List.of("in spring 2024", "on day 3"));
    }

    private static List<String> offers(String text, Finding finding, List<Finding> found) {
        return Widening.of(text, finding, found, "en").stream().map(Widening::words).toList();
    }

    @Test
    void daysThatLieYearsApartAreNotCountedFromEachOther() {
        String text = "Operated on 2001-03-01, and seen on 2024-03-03.";
        List<Finding> found = Identifiers.in(text);

        assertThat(found.stream().map(one -> offers(text, one, found)))
                .containsExactly(List.of("in spring 2001"), List.of("in spring 2024"));
    }

    @Test
    void referencesOfHtmlAreReadAsThePageShowsThem() {
        assertThat(Identifiers.certain("PHN &#57;698658215")).isEqualTo("&#57;698658215");
        assertThat(Found.in("Mr&nbsp;Kowalski &amp; sons")).containsExactly("NAME Kowalski");
    }

    @Test
    void aNameAmongTagsIsFoundAsItIsWrittenThere() {
        assertThat(Passage.inNames("falls, harold-whitcombe\nheart-failure"))
                .extracting(Passage::text)
                .containsExactly("harold-whitcombe");
    }

    @Test
    void whateverIsFoundCanBeSaidMoreBroadly() {
        for (Kind kind : Kind.values()) {
            var finding = new Finding(0, 4, kind, Certainty.LIKELY, Suggestion.REMOVE);
            for (String language : List.of("en", "fr")) {
                assertThat(Widening.of("1234", finding, List.of(finding), language))
                        .extracting(Widening::words)
                        .doesNotContain("(null left out)", "(null)");
            }
        }
    }
}
