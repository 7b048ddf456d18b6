package rounds.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Lovelace | Ada Lovelace",
                "Dr. J.R. O'Neill | Dr. J. R. O'Neill",
                "https://evil.example/x | https evil. example/x",
                "www.evil.example | www. evil. example",
                "a@evil.example | a (at) evil. example",
                "mailto:a | mailto: a",
                "evil。example | evil. example",
            })
    void wordsAreReadableAndNoMailProgramMakesALinkOfThem(String typed, String written) {
        assertThat(PlainText.harmless(typed)).isEqualTo(written);
    }
}
