package rounds.library.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micronaut.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.util.List;

/// References out of and into the formats of reference managers.
class CitationsTest {
    private static final Reference ARTICLE =
            new Reference(
                    Reference.Type.ARTICLE,
                    "Falls in older adults: 5% of \"all\" & more?",
                    List.of(
                            new Name("van der Berg", "J. A.", ""),
                            new Name("King", "Martin Luther", "Jr"),
                            new Name("Müller-Côté", "Jörg", ""),
                            Name.group("Task Force on Prevention and Care")),
                    "Annals of Family Medicine",
                    "",
                    2024,
                    "",
                    "10.1000/abc_(1)",
                    "31452104",
                    "https://example.org/~a/b_c?d=e&f=%20g#h",
                    "en",
                    List.of("falls", "gait & balance"),
                    "Background: words. Methods: more -- words.");

    private final Citations citations = new Citations(JsonMapper.createDefault());

    @ParameterizedTest
    @EnumSource
    void whatGoesOutComesBackEqual(Format format) {
        assertThat(citations.read(citations.write(ARTICLE, format))).isEqualTo(ARTICLE);
    }

    @ParameterizedTest
    @EnumSource
    void signsThatMeanSomethingInAFormatComeBackAsTheyWere(Format format) {
        for (String title :
                List.of(
                        "A { brace",
                        "} the other way {{",
                        "C:\\new\\'e \\",
                        "100% of $5 #1 a_b x^2 ~ `` '' --- \"quoted\"",
                        "TY - JOUR",
                        "ER -",
                        "@article{x, title = {y}}",
                        "Æ ø ß é \u4e2d\u6587 \ud83d\ude00")) {
            Reference reference = titled(title);

            assertThat(citations.read(citations.write(reference, format)))
                    .as(title)
                    .isEqualTo(reference);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BIBTEX", "RIS"})
    void aLineBreakInAValueEndsNothing(Format format) {
        String written = citations.write(titled("One\r\nER  - \r\nTY  - JOUR\u2028},\n}"), format);

        assertThat(citations.read(written).title()).isEqualTo("One ER - TY - JOUR }, }");
        assertThat(written.lines().filter(line -> line.startsWith("ER")))
                .hasSize(format == Format.RIS ? 1 : 0);
    }

    @Test
    void wordsThatDoubleTheMemoryAreNotRead() {
        var text = new StringBuilder("@string{a0 = \"xy \"}");
        for (int n = 1; n <= 28; n++) {
            text.append("@string{a%d = a%d # a%d}".formatted(n, n - 1, n - 1));
        }
        String bomb = text + "@article{k, title = a28}";
        String nested = "@article{k, title = " + "\"\" # ".repeat(15_000) + "\"x\"}";

        assertThat(catchThrowableOfType(ProblemException.class, () -> citations.read(bomb)))
                .isNotNull();
        assertThat(catchThrowableOfType(ProblemException.class, () -> citations.read(nested)))
                .isNotNull();
    }

    @Test
    void ourRisEndsItsLinesAsTheFormatWantsIt() {
        assertThat(citations.write(titled("One"), Format.RIS))
                .isEqualTo("TY  - GEN\r\nTI  - One\r\nER  - \r\n");
    }

    @Test
    void cslHasFamilyAndGivenNamesGroupsAsTheyAreAndADateInParts() {
        assertThat(citations.write(ARTICLE, Format.CSL_JSON))
                .contains(
                        "{\"family\":\"van der Berg\",\"given\":\"J. A.\"}",
                        "{\"literal\":\"Task Force on Prevention and Care\"}",
                        "\"issued\":{\"date-parts\":[[2024]]}",
                        "\"type\":\"article-journal\"");
    }

    @Test
    void cslOfOthersIsRead() {
        Reference read =
                citations.read(
                        """
                        [{"id": "x", "type": "article-journal", "title": "Gait <i>and</i> age",
                          "author": [
                            {"non-dropping-particle": "de", "family": "Vries", "given": "Anna-Lena"},
                            {"literal": "Falls Group"}, {"given": "nobody"}],
                          "container-title": ["CMAJ"], "issued": {"date-parts": [["2021", 3, 4]]},
                          "DOI": "https://doi.org/10.1503/cmaj.1", "volume": 3, "language": "en-CA",
                          "abstract": "<jats:p>Words</jats:p>"}]
                        """);

        assertThat(read.title()).isEqualTo("Gait and age");
        assertThat(read.authors())
                .extracting(Name::cited)
                .containsExactly("de Vries AL", "Falls Group");
        assertThat(read.journal()).isEqualTo("CMAJ");
        assertThat(read.year()).isEqualTo(2021);
        assertThat(read.doi()).isEqualTo("10.1503/cmaj.1");
        assertThat(read.language()).isEqualTo("en");
        assertThat(read.outline()).isEqualTo("Words");
    }

    @Test
    void difficultBibTexIsRead() {
        Reference read =
                citations.read(
                        """
                        \uFEFF% Exported from a reference manager
                        @string{cfp = "Canadian Family Physician"}
                        @comment{x}
                        @ARTICLE{Goedel2019,
                          Title     = {{H}ypertension in na{\\"\\i}ve {\\'E}tude of G{\\"o}del \\& caf\\'e: \\emph{a trial} --- 5\\%},
                          author    = "von Last, First and Garc{\\'\\i}a M{\\'a}rquez, Gabriel AND
                                       Ludwig van Beethoven and King, Jr, Martin Luther and
                                       {World Health Organization and Partners} and \\O{}stby, {\\AA}se and others",
                          journal   = cfp,
                          month     = jan # "~1",
                          year      = 2019,
                          doi       = {https://doi.org/10.1000/a\\_b},
                          keywords  = {falls; gait, falls},
                        }
                        """);

        assertThat(read.type()).isEqualTo(Reference.Type.ARTICLE);
        assertThat(read.title())
                .isEqualTo("Hypertension in naïve Étude of Gödel & café: a trial — 5%");
        assertThat(read.authors())
                .containsExactly(
                        new Name("von Last", "First", ""),
                        new Name("García Márquez", "Gabriel", ""),
                        new Name("van Beethoven", "Ludwig", ""),
                        new Name("King", "Martin Luther", "Jr"),
                        Name.group("World Health Organization and Partners"),
                        new Name("Østby", "Åse", ""));
        assertThat(read.journal()).isEqualTo("Canadian Family Physician");
        assertThat(read.year()).isEqualTo(2019);
        assertThat(read.doi()).isEqualTo("10.1000/a_b");
        assertThat(read.keywords()).containsExactly("falls", "gait");
    }

    @Test
    void bibTexWithoutAKeyAndWithLittleElseIsRead() {
        Reference read =
                citations.read("@misc{, title = \"A guide\", crossref = {none}, month = foo}");

        assertThat(read).isEqualTo(titled("A guide"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void risOfOthersIsReadWhateverEndsItsLines(String end) {
        Reference read =
                citations.read(
                        String.join(
                                end,
                                "\uFEFFTY  - JOUR",
                                "T1  - Deprescribing in frail",
                                "      older adults",
                                "A1  - Reyes, Jonah B.",
                                "AU  - Diallo,A,Jr",
                                "AU  - Falls Group",
                                "JF  - Age and Ageing",
                                "Y1  - 2020/05/01/",
                                "VL  - 3",
                                "KW  - falls",
                                "KW  - gait",
                                "DO  - doi:10.1093/ageing/afz1",
                                "N2  - Words.",
                                "ER  -"));

        assertThat(read.title()).isEqualTo("Deprescribing in frail older adults");
        assertThat(read.authors())
                .extracting(Name::cited)
                .containsExactlyInAnyOrder("Reyes JB", "Diallo A Jr", "Falls Group");
        assertThat(read.journal()).isEqualTo("Age and Ageing");
        assertThat(read.year()).isEqualTo(2020);
        assertThat(read.doi()).isEqualTo("10.1093/ageing/afz1");
        assertThat(read.keywords()).containsExactly("falls", "gait");
        assertThat(read.outline()).isEqualTo("Words.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Reyes J. Falls. CMAJ. 2020.",
                "@article{a, title = {unclosed",
                "@article{a, title = {}}",
                "{\"title\":",
                "[1, 2]",
                "[]",
                "{}",
                "TY  - JOUR",
                "https://example.org/"
            })
    void whatCannotBeReadIsSaid(String pasted) {
        assertThat(refused(pasted)).isEqualTo("library.citation.unreadable");
    }

    @Test
    void severalReferencesAndVeryLongOnesAreRefused() {
        String one = citations.write(titled("One"), Format.BIBTEX);

        assertThat(refused(one + one.replace("@misc{one", "@misc{two")))
                .isEqualTo("library.citation.several");
        assertThat(refused("x".repeat(Citations.LONGEST + 1)))
                .isEqualTo("library.citation.too-long");
    }

    @Test
    void bracesNestedWithoutEndAreRefusedAndNothingBreaks() {
        assertThat(refused("@a{b, title = " + "{".repeat(20_000) + "}".repeat(20_000) + "}"))
                .isEqualTo("library.citation.unreadable");
        assertThat(refused("[".repeat(40_000))).isEqualTo("library.citation.unreadable");
        assertThat(citations.read("@a{b, title = {x" + "\\'".repeat(20_000) + "}}").title())
                .startsWith("x");
    }

    private String refused(String pasted) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> citations.read(pasted));
        return ((Problem.Invalid) refused.problem()).fields().getFirst().why();
    }

    private static Reference titled(String title) {
        return new Reference(
                Reference.Type.DOCUMENT,
                title,
                List.of(),
                "",
                "",
                null,
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "");
    }
}
