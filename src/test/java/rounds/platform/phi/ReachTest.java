package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where somebody is reached: phone, mail, web, machine, street, postal code.
class ReachTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE | call 604-555-0143 after four | 604-555-0143",
                "PHONE | (604) 555-0143 x12 | (604) 555-0143 x12",
                "PHONE | +1 604.555.0143 | +1 604.555.0143",
                "PHONE | tél. : 514 555-0188, poste 4 | 514 555-0188",
                "PHONE | cell 6045550143 | 6045550143",
                "PHONE | +44 20 7946 0958 | +44 20 7946 0958",
                "PHONE | 01 23 45 67 89 is hers | 01 23 45 67 89",
                "PHONE | call me on 555-0143 | 555-0143",
                "PHONE | télécopieur 418-555-0199 | 418-555-0199",
                "EMAIL | write to jean.tremblay+x@exemple.qc.ca. | jean.tremblay+x@exemple.qc.ca",
                "EMAIL | anna.k [at] mail [dot] com | anna.k [at] mail [dot] com",
                "URL | https://www.facebook.com/anna.kowalski.7 | https://www.facebook.com/anna.kowalski.7",
                "URL | her site http://annakowalski.com/ | http://annakowalski.com/",
                "IP | from 203.0.113.77 at night | 203.0.113.77",
                "IP | from 2001:db8::ff00:42:8329 | 2001:db8::ff00:42:8329",
                "ADDRESS | lives at 12 Maple Street | 12 Maple Street",
                "ADDRESS | 4512-88th Avenue NW no, 4512 88th Avenue | 4512 88th Avenue",
                "ADDRESS | 1250, rue Sainte-Catherine Ouest | 1250, rue Sainte-Catherine Ouest",
                "ADDRESS | 33 boul. René-Lévesque | 33 boul. René-Lévesque",
                "ADDRESS | P.O. Box 1234 | P.O. Box 1234",
                "ADDRESS | Hauptstraße 5 | Hauptstraße 5",
                "ADDRESS | ul. Słowicza 10 | ul. Słowicza 10",
                "POSTCODE | V6B 1A1 | V6B 1A1",
                "POSTCODE | v6b 1a1 | v6b 1a1",
                "POSTCODE | H2X1Y4 | H2X1Y4",
                "POSTCODE | postal code V6B | V6B",
                "POSTCODE | Seattle, WA 98101 | 98101",
                "POSTCODE | zip code is 90210 | 90210"
            })
    void itIsFound(Kind kind, String text, String what) {
        assertThat(Found.of(kind, text)).containsExactly(what);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5 mg/5 mL, 1-2 tsp q4-6h",
                "call 811 or 1-866-797-0000 at any hour",
                "T4N1M0 and T2 N0 M0",
                "NCT01234567",
                "release 10.4.2.1 of the EMR",
                "see https://www.cps.ca/en/documents/position/fever",
                "see https://www.canada.ca/",
                "@dr_anna will know",
                "CYP2D6 and HLA-B27",
                "chromosome 15 at 15q11.2",
                "30 Street medicine outreach nurses",
                "ratio 120/80, then 130/85",
                "in 10 Patients with 5 Visits",
                "the IP address is logged",
                "A1C 7.2, K 4.5, Na 138",
                "0.5-1.0 mg, 100-200-300 titration"
            })
    void whatLooksAlikeIsLeftAlone(String text) {
        assertThat(Found.in(text)).isEmpty();
    }
}
