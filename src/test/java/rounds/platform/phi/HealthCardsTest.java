package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCardsTest {
    /// Made up; the check digits are right.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Her card is 9698 658 215.",
                "PHN 9698658215",
                "OHIP 1234-567-897",
                "1234 567 897 AB was on the referral",
                "RAMQ : TREM 5312 0512",
                "TREM53120512",
                "NAM TREM 0353 1412",
                "NHS number 943 476 5919"
            })
    void aNumberThatChecksIsCertain(String text) {
        assertThat(Found.certainty(Kind.HEALTH_CARD, text)).isEqualTo(Certainty.CERTAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Alberta health care number 12345-6789",
                "health card number: 123 456 789 (Saskatchewan)",
                "PHIN 123456789",
                "Medicare number 123 456 789",
                "MSI 0012 345 678",
                "her PEI health card is 12345678",
                "MCP number 123 456 789 012",
                "NWT health card N1234567",
                "Yukon health card 002123456",
                "Nunavut health card number 112345678",
                "carte d'assurance maladie ABCD 9999 9999",
                "OHIP 1234-567-891"
            })
    void aNumberBehindItsPlansNameIsLikely(String text) {
        assertThat(Found.certainty(Kind.HEALTH_CARD, text)).isEqualTo(Certainty.LIKELY);
    }

    @Test
    void aBareNumberThatChecksByChanceIsAHint() {
        assertThat(Found.certainty(Kind.HEALTH_CARD, "We saw 1234567897 there."))
                .isEqualTo(Certainty.POSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PMID 1234567897",
                "ISBN 1234567897",
                "doi:10.1016/1234567897",
                "https://example.org/1234567897",
                "DATA 2002-2007",
                "ISSN 1912 0412",
                "sodium 1234567891 in the lab's code",
                "1234-567-89"
            })
    void otherNumbersAreLeftAlone(String text) {
        assertThat(Found.of(Kind.HEALTH_CARD, text)).isEmpty();
    }

    @Test
    void aPhonesNumberThatChecksByChanceIsAPhones() {
        assertThat(HealthCards.isBritishColumbia("9055550172")).isTrue();
        assertThat(Found.in("Call her at 9055550172.")).containsExactly("PHONE 9055550172");
    }

    @Test
    void theCheckDigitDecides() {
        assertThat(HealthCards.isBritishColumbia("9698658215")).isTrue();
        assertThat(HealthCards.isBritishColumbia("9698658216")).isFalse();
        assertThat(HealthCards.isBritishColumbia("8698658215")).isFalse();
        assertThat(HealthCards.isOntario("1234567897")).isTrue();
        assertThat(HealthCards.isOntario("1234567890")).isFalse();
        assertThat(HealthCards.isNhs("9434765919")).isTrue();
        assertThat(HealthCards.isNhs("9434765918")).isFalse();
    }
}
