package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I saw Mr. Brown today. | Brown",
                "Mme Tremblay revient lundi. | Tremblay",
                "On a revu M. Gagnon hier. | Gagnon",
                "Dre Bouchard l'a opérée. | Bouchard",
                "My patient Margaret Wilson fell. | Margaret Wilson",
                "Her husband Doug called. | Doug",
                "Name: Key Fisher | Key Fisher",
                "Elle s'appelle Rose Lavoie. | Rose Lavoie",
                "Jean-Guy Thibodeau, 72 ans | Jean-Guy Thibodeau",
                "Miklós Hajdu came back | Miklós Hajdu",
                "JOHN SMITH was seen: patient's name: JOHN SMITH | JOHN SMITH",
                "Ludwig van der Merwe refused it | Ludwig van der Merwe",
                "we met Patrick O'Neill | Patrick O'Neill"
            })
    void aNameIsLikely(String text, String name) {
        assertThat(Identifiers.in(text))
                .filteredOn(finding -> finding.certainty() == Certainty.LIKELY)
                .extracting(finding -> text.substring(finding.start(), finding.end()))
                .contains(name);
    }

    @Test
    void aNameInCapitalsThroughoutIsOne() {
        assertThat(Found.of(Kind.NAME, "TREMBLAY MARIE, lit 12")).containsExactly("TREMBLAY MARIE");
        assertThat(Found.of(Kind.NAME, "Chart of TREMBLAY, MARIE came."))
                .containsExactly("TREMBLAY, MARIE");
        assertThat(Found.in("ACUTE CARE PATHWAY FOR CHF WITH DIABETES")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MRS HARGREAVE was seen.                   | HARGREAVE",
                "Today MRS BROWN came.                     | BROWN",
                "We saw MR HARBHAJAN GILL at home.         | HARBHAJAN GILL",
                "SEEN: MR HARBHAJAN GILL, WITH HIS SON     | HARBHAJAN GILL",
                "ADMITTED MRS HARGREAVE AFTER A FALL       | HARGREAVE"
            })
    void aNameInCapitalsBehindATitleIsOne(String text, String name) {
        assertThat(Found.of(Kind.NAME, text)).containsExactly(name);
    }

    @Test
    void whoWasNamedOnceIsFoundWhereverAPartOfTheNameStandsAgain() {
        assertThat(
                        Found.of(
                                Kind.NAME,
                                "MR HARBHAJAN GILL fell. Harbhajan lives alone. I rang Gill again."))
                .containsExactly("HARBHAJAN GILL", "Harbhajan", "Gill");
        assertThat(Found.of(Kind.NAME, "Mr. Brown fell. His lips were brown. Brown phlegm came."))
                .containsExactly("Brown");
        assertThat(Found.of(Kind.NAME, "Mr. Parkinson fell. It was Parkinson disease."))
                .containsExactly("Parkinson");
    }

    @Test
    void whoWasNamedElsewhereIsFoundToo() {
        String text = "Harbhajan asked for tea.";

        assertThat(Identifiers.names("Mr. Harbhajan Gill fell.")).contains("harbhajan", "gill");
        assertThat(Identifiers.in(text, Identifiers.names("Mr. Harbhajan Gill fell.")))
                .filteredOn(finding -> finding.certainty() == Certainty.LIKELY)
                .extracting(finding -> text.substring(finding.start(), finding.end()))
                .containsExactly("Harbhajan");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MR ANGIOGRAPHY SHOWED IT",
                "MS RELAPSE AFTER STRESS",
                "the MR CHOLANGIOGRAM and the MS CLINIC",
                "ASK YOUR DR ABOUT ASTHMA",
                "Parkinson disease and Crohn's",
                "Addison's disease, Cushing syndrome, Graves",
                "a Hodgkin lymphoma",
                "la maladie de Crohn",
                "le syndrome de Marfan",
                "as Dr. Google says",
                "(Smith et al., 2019)",
                "Wilson and Jungner, 1968",
                "the PARADIGM-HF trial",
                "Ottawa Ankle Rules",
                "Johns Hopkins Hospital",
                "St. John's wort",
                "may march on in May",
                "Will it rain?",
                "MS and MR angiography",
                "M. tuberculosis grew",
                "Lou Gehrig's disease",
                "the Montreal Cognitive Assessment",
                "Tylenol or Advil",
                "(Arnuity Ellipta)",
                "Beck Depression Inventory",
                "Glasgow Coma Scale",
                "Kaplan-Meier curves",
                "a Foley catheter",
                "Lewy body dementia",
                "Canadian Cancer Society",
                "Maria Chen, MD, FRCPC",
                "Reviewed by: Maria Chen"
            })
    void eponymsAuthorsAndBodiesAreLeftAlone(String text) {
        assertThat(Found.of(Kind.NAME, text)).isEmpty();
    }
}
