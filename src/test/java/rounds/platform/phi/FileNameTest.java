package rounds.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names of files, in which no sentence tells who is a person.
class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tremblay Marie 1931-03-03.pdf",
                "TREMBLAY_Marie_DOB.pdf",
                "TREMBLAY_MARIE.pdf",
                "marie-claire Tremblay.docx",
                "Whitcombe, Harold - discharge.pdf",
                "ECG_Harold_Whitcombe_2024.png",
                "Discharge of Mrs. Whitcombe.pdf",
                "Ontario health card 1234-567-897.pdf"
            })
    void whoeverIsNamedIsAskedAbout(String name) {
        assertThat(Passage.inFileNames(name)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guide to falls prevention 2024.pdf",
                "COPD_action_plan_v3_FINAL.docx",
                "Spirometry-checklist.pdf",
                "Heart failure clinic.pptx",
                "IMG_2041.jpg",
                "Plan de soins diabète.pdf",
                "minutes 2026-03-03.pdf",
                "Hypertension Canada Guideline.pdf"
            })
    void whatIsAboutAThingIsNot(String name) {
        assertThat(Passage.inFileNames(name)).isEmpty();
    }
}
