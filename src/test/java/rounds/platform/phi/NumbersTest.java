package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Social numbers, accounts, records, licences, devices.
class NumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SOCIAL_NUMBER | SIN 046 454 286 | 046 454 286",
                "SOCIAL_NUMBER | his SIN is 046454286 | 046454286",
                "SOCIAL_NUMBER | NAS : 046-454-286 | 046-454-286",
                "SOCIAL_NUMBER | it reads 046-454-286 on the form | 046-454-286",
                "SOCIAL_NUMBER | SSN 219-09-9999 | 219-09-9999",
                "SOCIAL_NUMBER | social security number is 219099999 | 219099999",
                "ACCOUNT | paid with 4111 1111 1111 1111 | 4111 1111 1111 1111",
                "ACCOUNT | her card number is 501864667909 | 501864667909",
                "ACCOUNT | GB82 WEST 1234 5698 7654 32 | GB82 WEST 1234 5698 7654 32",
                "ACCOUNT | bank account no. 0012-3456789 | 0012-3456789",
                "RECORD | MRN 00123456 | 00123456",
                "RECORD | MRN: A-123456 | A-123456",
                "RECORD | chart no. 55-1234 | 55-1234",
                "RECORD | dossier n° 123456 | 123456",
                "RECORD | WSIB claim 12345678 | 12345678",
                "LICENCE | driver's licence D1234-56789-01234 | D1234-56789-01234",
                "LICENCE | licence plate BKTR 123 | BKTR 123",
                "LICENCE | passport AB123456 | AB123456",
                "DEVICE | pacemaker serial number PZK123456S | PZK123456S",
                "DEVICE | S/N: 4512-99812 | 4512-99812"
            })
    void aNumberOfItsKindIsFound(Kind kind, String text, String number) {
        assertThat(Found.of(kind, text)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "047 454 286 units were given",
                "session ID 046454286 for credits",
                "NCT04645428",
                "ISBN 978-3-16-148410-0",
                "000-12-3456",
                "Gene ID 1234567890123456",
                "a plaque of 2 cm on the elbow",
                "plate 2 shows the fracture",
                "the claim of 2019 that statins harm",
                "lot 4111111111111111 expired",
                "see figure 3 and table 12",
                "the chart of 2020"
            })
    void whatLooksAlikeIsLeftAlone(String text) {
        assertThat(Found.in(text)).isEmpty();
    }

    @Test
    void whatIsWrittenAsOnACardIsLikelyOneAlsoWithAWrongDigit() {
        assertThat(Found.certainty(Kind.ACCOUNT, "She said 4539 1488 0343 6468."))
                .isEqualTo(Certainty.LIKELY);
        assertThat(Found.in("Trial NCT4539148803436468, doi 10.1000/4539148803436468")).isEmpty();
    }

    @Test
    void checkDigitsAreChecked() {
        assertThat(Checks.luhn("046454286")).isTrue();
        assertThat(Checks.luhn("046454287")).isFalse();
        assertThat(Checks.luhn("0000000000")).isFalse();
        assertThat(Checks.iban("GB82WEST12345698765432")).isTrue();
        assertThat(Checks.iban("GB82WEST12345698765433")).isFalse();
    }
}
