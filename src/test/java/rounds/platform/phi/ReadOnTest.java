package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Ages and addresses as they are told in sentences.
class ReadOnTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She is 97 and lives alone.           | 97",
                "He was 104.                          | 104",
                "She's 93, and well.                  | 93",
                "The patient was 91 when she fell.    | 91",
                "My grandmother is ninety-seven.      | ninety-seven"
            })
    void anAgeIsFoundWhereTheYearsAreNotSaid(String text, String age) {
        assertThat(Found.of(Kind.AGE, text)).containsExactly(age);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She is 97 kg and well.",
                "She was 92 on room air.",
                "His pulse was 98.",
                "She is 98.6 warm.",
                "He is 88.",
                "They were 97 and 98."
            })
    void whatIsNoAgeIsLeftAlone(String text) {
        assertThat(Found.of(Kind.AGE, text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "She lives at 12 Elm Road. Card: 9698658215.        | 12 Elm Road",
                "She lives at 12 Elm Rd. Card: 9698658215.          | 12 Elm Rd",
                "Address: 12 Elm Road. Seen on 3 March.             | 12 Elm Road",
                "She lives at 12 Elm Road. Her son came.            | 12 Elm Road",
                "He moved to 7 Main St. Then he fell.               | 7 Main St",
                "She lives at 12 St. Clair Ave. Toronto, ON.        | 12 St. Clair Ave",
                "The house, 12 Maple. The Long Road goes by.          | "
            })
    void anAddressEndsWithItsSentence(String text, String address) {
        List<String> bare =
                Found.of(Kind.ADDRESS, text).stream()
                        .map(one -> one.replaceAll("[.]$", ""))
                        .toList();

        assertThat(bare).isEqualTo(address == null ? List.of() : List.of(address));
    }
}
