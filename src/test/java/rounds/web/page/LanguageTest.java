package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.function.Function;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | FR",
                "fr-CA,fr;q=0.8,en;q=0.5 | FR",
                "en-GB,fr;q=0.9 | EN",
                "de,fr;q=0.7,en;q=0.3 | FR",
                "de | EN",
                "fr;q=0,en;q=0.1 | EN",
                "FR-ca | FR",
                "* | EN",
                "fr;q=oops,en;q=0.1 | EN",
            })
    void theBrowsersBestOfOursIsTaken(String header, Language expected) {
        assertThat(Language.accepted(header)).isEqualTo(expected);
    }

    @Test
    void anEndlessHeaderCostsNothing() {
        assertThat(Language.accepted("x,".repeat(100_000) + "fr")).isEqualTo(Language.EN);
        assertThat(Language.accepted(null)).isEqualTo(Language.EN);
    }

    @Test
    void marksOfQuotationInsideOfOthersAreTheOtherOnes() {
        List<Object> title = List.of("“How long?” and «\u00a0Combien\u202f?\u00a0»");
        Function<Object, String> shown = Object::toString;

        assertThat(Phrase.of("Wrote in “{0}”").text(title, shown))
                .isEqualTo("Wrote in “‘How long?’ and «\u00a0Combien\u202f?\u00a0»”");
        assertThat(Phrase.of("Dans «\u00a0{0}\u00a0»").text(title, shown))
                .isEqualTo("Dans «\u00a0“How long?” and “Combien\u202f?”\u00a0»");
        assertThat(Phrase.of("Of {0}").text(title, shown)).contains("“How long?”");
    }
}
