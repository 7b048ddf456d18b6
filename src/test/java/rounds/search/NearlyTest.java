package rounds.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One typing error is forgiven, two are not.
class NearlyTest {
    @ParameterizedTest
    @CsvSource({
        "dialo, Amara Diallo",
        "diallo amra, Amara Diallo",
        "daillo, Amara Diallo",
        "diakl, Amara Diallo",
        "haddadd, Noor Haddad",
        "élenne, Elène Roy",
        "mosbay, Mossbay Clinic",
        "amara.dialo, Amara Diallo amara.diallo",
    })
    void oneErrorIsForgiven(String typed, String name) {
        assertThat(Nearly.to(typed).fits(name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "dilalo, Amara Dallas",
        "xiallo, Amara Diallo",
        "dia, Amara Dallas",
        "diallo noor, Amara Diallo",
        "doakl, Amara Diallo",
    })
    void twoAndAWrongFirstLetterAreNot(String typed, String name) {
        assertThat(Nearly.to(typed).fits(name)).isFalse();
    }

    @Test
    void shortWordsAreTakenAsTheyStand() {
        assertThat(Nearly.to("dia noo").forgives()).isFalse();
        assertThat(Nearly.to("dia noor").forgives()).isTrue();
        assertThat(Nearly.to("Dîallo noo").sure()).isEqualTo("di no");
    }
}
