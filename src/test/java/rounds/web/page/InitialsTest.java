package rounds.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({
        "Amara Diallo, AD",
        "  amara   diallo , AD",
        "Marie-Ève de la Tour, MT",
        "Plato, P",
        "李 小龍, 李小",
        "𝒜 𝒷, 𝒜𝒷",
        "'', ''",
    })
    void firstAndLastName(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
