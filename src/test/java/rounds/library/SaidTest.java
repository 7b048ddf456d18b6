package rounds.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.platform.documents.DocumentType;
import rounds.platform.documents.Extracted;
import rounds.platform.documents.PageText;

import java.util.List;

/// What a file says about itself is believed where somebody said it, and not a program.
class SaidTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "about:blank",
                "Microsoft Word - falls final v3.doc",
                "untitled",
                "Untitled-1",
                "Sans titre",
                "PowerPoint Presentation",
                "Présentation PowerPoint",
                "Slide 1",
                "C:\\Users\\ada\\Desktop\\falls.pdf",
                "/home/ada/falls",
                "file:///tmp/falls",
                "https://example.org/falls",
                "falls_guide.indd",
                "2026-03-01",
                "  ",
            })
    void whatAProgramWroteIsNoTitle(String title) {
        assertThat(said(title, "Falls at home").title()).isEqualTo("Falls at home");
        assertThat(said(title, "").title()).isEqualTo("falls 2026");
        assertThat(said(title, "untitled").title()).isEqualTo("falls 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "Falls at home,Falls at home",
        "Microsoft Word - Falls at home,Falls at home",
        "Title X: a history,Title X: a history",
        "Documents for families,Documents for families",
        "Les chutes à domicile,Les chutes à domicile",
        "Presentation of sepsis in infants,Presentation of sepsis in infants",
    })
    void whatSomebodyWroteIs(String told, String title) {
        assertThat(said(told, "Another heading").title()).isEqualTo(title);
    }

    private static Said said(String title, String heading) {
        var page = new PageText(1, heading, "Words", "");
        var told = new Extracted(title, List.of(), null, 1, List.of(page), null);
        return Said.of(told, DocumentType.PDF, "falls_2026.pdf");
    }
}
