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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | My patient Mrs. Kowalski refused.           | My patient refused.",
                "en | My patient, Mrs. Kowalski, refused.         | My patient refused.",
                "en | My patient Mrs. Kowalski's daughter came.   | My patient's daughter came.",
                "en | The patient, Mrs Kowalski, 71, fell.        | The patient, 71, fell.",
                "en | Mrs. Kowalski, my patient, came.            | My patient came.",
                "en | We saw the Mrs. Kowalski of last week.      | We saw the patient of last week.",
                "en | The late Mr. Kowalski fell.                 | The late patient fell.",
                "en | Poor Mrs. Kowalski fell.                    | The patient fell.",
                "en | She saw our Dr. Smith twice.                 | She saw our colleague twice.",
                "en | Our nurse Linda Oakes called.               | Our nurse called.",
                "en | Her daughter, Linda Oakes, called.          | Her daughter called.",
                "en | I told the patient Dr. Smith would call.    | I told the patient a colleague would call.",
                "en | the Kowalski family met Mr. Kowalski.       | the family met Mr. Kowalski.",
                "en | It was late. “Mrs. Kowalski fell,” he said. | It was late. “The patient fell,” he said.",
                "en | She fell on the 12th of March 2024.         | She fell in spring 2024.",
                "en | Well since the 12th of March 2024.          | Well since spring 2024.",
                "en | Her phone number is 613-555-0199.           | Her phone number is (left out).",
                "fr | Ma patiente Mme Tremblay refuse.            | Ma patiente refuse.",
                "fr | La patiente, Mme Tremblay, refuse.          | La patiente refuse.",
                "fr | On voit notre Mme Tremblay.                 | On voit la personne.",
                "fr | La petite Léa Tremblay pleure.              | La personne pleure.",
                "fr | La famille Tremblay, prévenue par Mme Tremblay. | La famille, prévenue par Mme Tremblay.",
                "fr | La fille d’Hélène Tremblay appelle.         | La fille de la personne appelle.",
                "fr | Je dis qu’Hélène Tremblay dort.             | Je dis que la personne dort.",
                "fr | On a parlé au Dr Lavoie.                    | On a parlé à une personne de l’équipe.",
                "fr | C’est l’avis du Dr Lavoie.                  | C’est l’avis d’une personne de l’équipe.",
                "fr | C’est l’avis de Dre Lavoie.                 | C’est l’avis d’une personne de l’équipe.",
                "fr | Depuis le 3 mars 2024, elle dort.           | Depuis le printemps 2024, elle dort.",
                "fr | Jusqu’au 3 juillet 2024.                    | Jusqu’à l’été 2024.",
                "fr | Son adresse : 12, rue des Érables.          | Son adresse : (retirée).",
            })
    void nothingBesideItIsSaidTwice(String language, String text, String wider) {
        assertThat(wider(text, language)).isEqualTo(wider);
    }

    @Test
    void whatStandsBetweenTwoOfThemIsReplacedOnce() {
        String text = "Dr Lavoie du Dr Lavoie";
        var words = List.of(new Widening(0, 12, "A"), new Widening(10, 22, "B"));
        List<Passage> passages =
                words.stream()
                        .map(one ->
                                new Passage(
                                        Kind.NAME,
                                        "Lavoie",
                                        one.start(),
                                        "",
                                        "",
                                        false,
                                        List.of(one)))
                        .toList();

        assertThat(Passage.widened(text, passages, 0)).isEqualTo("AB");
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
