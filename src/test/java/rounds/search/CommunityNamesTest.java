package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/// Which communities are meant by what people type for them.
class CommunityNamesTest {
    private static final CommunityNames NAMES =
            new CommunityNames(
                    List.of(
                            new Called(1, "rural-diabetes", "Diabetes in rural practice"),
                            new Called(2, "diabetes", "Diabetes"),
                            new Called(3, "soins", "Soins à domicile"),
                            new Called(4, "home-care", "Care at home"),
                            new Called(5, "ja", "糖尿病の会")));

    @ParameterizedTest
    @CsvSource({
        "diabetes, 2",
        "diab, 1 2",
        "Diabetes in rural practice, 1",
        "diabetes  in Rural, 1",
        "rural, 1",
        "rural diabetes, 1",
        "SOINS A DOMICILE, 3",
        "domicile, 3",
        "home care, 4",
        "ural, ''",
        "糖尿病, 5",
        "--, ''",
        "nothing, ''"
    })
    void aPartOfANameMeansAllThatHoldIt(String typed, String expected) {
        assertThat(NAMES.meant(typed).stream().map(one -> String.valueOf(one.id())))
                .containsExactlyInAnyOrder(
                        expected.isEmpty() ? new String[0] : expected.split(" "));
    }

    @Test
    void theNearestIsNamedWhereThereIsNone() {
        assertThat(NAMES.nearest("soinz")).map(Called::id).isEqualTo(Optional.of(3L));
        assertThat(NAMES.nearest("rural obesity")).map(Called::id).isEqualTo(Optional.of(1L));
        assertThat(NAMES.nearest("xyz")).isEmpty();
    }
}
