package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
