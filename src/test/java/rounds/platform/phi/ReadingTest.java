package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever signs a text is written with, its places are those of the text.
class ReadingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "9698 658 215",
                "9698\u00A0658\u00A0215",
                "9698\u200B658\u200B215",
                "96\u00AD98658215",
                "９６９８６５８２１５",
                "9698‑658‑215",
                "٩٦٩٨٦٥٨٢١٥",
                "**9698** 658 215",
                "`9698658215`",
                "𝟗𝟔𝟗𝟖𝟔𝟓𝟖𝟐𝟏𝟓",
                "9698\uFEFF658\u2060215"
            })
    void aNumberInAnySignsIsFoundWhereItStands(String number) {
        String text = "😀 card " + number + " 😀";

        Finding finding = Identifiers.in(text).getFirst();

        assertThat(finding.kind()).isEqualTo(Kind.HEALTH_CARD);
        assertThat(finding.certainty()).isEqualTo(Certainty.CERTAIN);
        assertThat(number)
                .contains(text.substring(finding.start(), finding.end()).replace("`", ""));
        assertThat(
                        Checks.digits(
                                        java.text.Normalizer.normalize(
                                                text.substring(finding.start(), finding.end()),
                                                java.text.Normalizer.Form.NFKC))
                                .length())
                .isIn(0, 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "**Miklós** Hajdu came", "_Miklós Hajdu_ came", "[Miklós Hajdu](x) came",
                        "| Miklós Hajdu | came |",
                "Miklo\u0301s Hajdu came", "Mi\u00ADklós Haj\u200Bdu came",
                        "Miklós\u00A0Hajdu came", "> Miklós Hajdu came"
            })
    void aNameIsFoundThroughMarksAndUnseenSigns(String text) {
        assertThat(Found.of(Kind.NAME, text)).hasSize(1);
    }

    @Test
    void superscriptsAreNoDigits() {
        assertThat(new Reading("12 m² and 10³").text()).isEqualTo("12 m² and 10³");
    }

    @Test
    void anEmptyTextHasNothing() {
        assertThat(Identifiers.in("")).isEmpty();
        assertThat(Identifiers.in("\u200B\u00AD")).isEmpty();
    }
}
