package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class PdfReaderTest {
    @TempDir Path folder;

    @Test
    void eachPageIsToldByItsNumberWithItsParagraphs() throws Exception {
        Path file =
                Pdfs.write(
                        file(),
                        document -> {
                            Pdfs.page(
                                    document,
                                    List.of(
                                            "The first page has a line that is long",
                                            "enough to go on, with hyper-",
                                            "tension in it."));
                            document.addPage(new PDPage());
                            Pdfs.page(document, List.of("The third page."));
                        });
        Extracted extracted = read(file);

        assertThat(extracted.pages())
                .containsExactly(
                        new PageText(
                                1,
                                "",
                                "The first page has a line that is long enough to go on, with hypertension in it."),
                        new PageText(3, "", "The third page."));
        assertThat(extracted.pageCount()).isEqualTo(3);
        assertThat(extracted.problem()).isNull();
    }

    @Test
    void columnsAreReadOneAfterTheOther() throws Exception {
        Path file =
                Pdfs.write(
                        file(),
                        document -> {
                            PDPage page = new PDPage();
                            document.addPage(page);
                            try (var pen = new PDPageContentStream(document, page)) {
                                Pdfs.lines(
                                        pen,
                                        10,
                                        50,
                                        700,
                                        List.of(
                                                "Left one has words that",
                                                "left two goes on with",
                                                "left three."));
                                Pdfs.lines(
                                        pen,
                                        10,
                                        320,
                                        700,
                                        List.of(
                                                "Right one has words that",
                                                "right two goes on with",
                                                "right three."));
                            }
                        });
        assertThat(read(file).pages().getFirst().text())
                .isEqualTo(
                        "Left one has words that left two goes on with left three.\n\n"
                                + "Right one has words that right two goes on with right three.");
    }

    @Test
    void theLargestWordsAreTheTitleWhereThePropertiesHaveNone() throws Exception {
        for (String told :
                new String[] {
                    "",
                    "untitled",
                    "Microsoft Word - draft7.doc",
                    "paper.pdf",
                    "10.1016/j.soc.2012.01.001"
                }) {
            Path file =
                    Pdfs.write(
                            file(),
                            document -> {
                                document.getDocumentInformation().setTitle(told);
                                document.getDocumentInformation()
                                        .setAuthor("Smith, John; Ann Lee and Administrator");
                                document.getDocumentCatalog().setLanguage("fr-CA");
                                PDPage page = new PDPage();
                                document.addPage(page);
                                try (var pen = new PDPageContentStream(document, page)) {
                                    Pdfs.lines(
                                            pen,
                                            8,
                                            60,
                                            760,
                                            List.of("Journal of Care 12 (2020) 1-9"));
                                    Pdfs.lines(
                                            pen,
                                            20,
                                            60,
                                            700,
                                            List.of(
                                                    "Communities of practice",
                                                    "in family medicine"));
                                    Pdfs.lines(
                                            pen,
                                            10,
                                            60,
                                            600,
                                            List.of(
                                                    "Some words of the paper.",
                                                    "And some more of them."));
                                }
                            });
            Extracted extracted = read(file);
            assertThat(extracted.title()).isEqualTo("Communities of practice in family medicine");
            assertThat(extracted.authors()).containsExactly("Smith, John", "Ann Lee");
            assertThat(extracted.language()).isEqualTo("fr");
        }
    }

    @Test
    void aTitleThatIsOneIsBelieved() throws Exception {
        Path file =
                Pdfs.write(
                        file(),
                        document -> {
                            document.getDocumentInformation().setTitle("What we learned");
                            Pdfs.page(document, List.of("Words"));
                        });
        assertThat(read(file).title()).isEqualTo("What we learned");
        assertThat(read(file).language()).isNull();
    }

    @Test
    void scriptsAndProgramsToBeStartedAreRefused() throws Exception {
        Path opening =
                Pdfs.write(
                        file(),
                        document -> {
                            Pdfs.page(document, List.of("Words"));
                            document.getDocumentCatalog()
                                    .setOpenAction(new PDActionJavaScript("app.alert(1)"));
                        });
        assertRefused(opening, Refusal.SCRIPT);
        Path clicking =
                Pdfs.write(
                        file(),
                        document -> {
                            Pdfs.page(document, List.of("Words"));
                            var link = new PDAnnotationLink();
                            var launch = new PDActionLaunch();
                            launch.setF("cmd.exe");
                            link.setAction(launch);
                            Pdfs.page(document, List.of("More")).getAnnotations().add(link);
                        });
        assertRefused(clicking, Refusal.SCRIPT);
    }

    @Test
    void aLinkIsNoScript() throws Exception {
        Path file =
                Pdfs.write(
                        file(),
                        document -> {
                            var link = new PDAnnotationLink();
                            var action = new PDActionURI();
                            action.setURI("https://example.org/");
                            link.setAction(action);
                            Pdfs.page(document, List.of("Words")).getAnnotations().add(link);
                        });
        assertThat(read(file).problem()).isNull();
    }

    @Test
    void aProgramThatIsCarriedAlongIsRefusedAndAnotherFileIsNotRead() throws Exception {
        assertRefused(carrying("tool.exe", "x"), Refusal.SCRIPT);
        assertRefused(carrying("picture.png", "MZ\u0090\0\3"), Refusal.SCRIPT);
        Extracted taken = read(carrying("data.csv", "secret,words"));
        assertThat(taken.pages()).containsExactly(new PageText(1, "", "Words"));
    }

    private Path carrying(String name, String content) throws Exception {
        return Pdfs.write(
                file(),
                document -> {
                    Pdfs.page(document, List.of("Words"));
                    var carried =
                            new PDEmbeddedFile(
                                    document,
                                    new ByteArrayInputStream(
                                            content.getBytes(StandardCharsets.ISO_8859_1)));
                    var told = new PDComplexFileSpecification();
                    told.setFile(name);
                    told.setEmbeddedFile(carried);
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of(name, told));
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    document.getDocumentCatalog().setNames(names);
                });
    }

    @Test
    void aPageWithoutWordsIsAScan() throws Exception {
        Path file = Pdfs.write(file(), document -> document.addPage(new PDPage()));
        assertThat(read(file).problem()).isEqualTo(Extracted.Problem.NO_TEXT);
    }

    @Test
    void whatIsNoPdfBehindItsSignIsDamaged() throws Exception {
        Path file = Files.writeString(file(), "%PDF-1.7\nand nothing else");
        assertRefused(file, Refusal.DAMAGED);
    }

    private Path file() {
        return folder.resolve("file.pdf");
    }

    private static Extracted read(Path file) throws Exception {
        var documents = new Documents();
        return documents.extract(file, documents.inspect(file, "file.pdf"));
    }

    private static void assertRefused(Path file, Refusal refusal) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        RefusedDocument.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
