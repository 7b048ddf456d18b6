package rounds.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class ReadersTest {
    private static final String SENTENCE = "We met once a month to learn from each other. ";

    @TempDir Path folder;

    @Test
    void aWordDocumentIsToldAsTextAndForReading() throws Exception {
        Path file = folder.resolve("a.docx");
        try (var word = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            word.getProperties().getCoreProperties().setTitle("A year of rounds");
            word.getProperties().getCoreProperties().setCreator("Ann Lee; Bo Berg");
            paragraph(word, "Heading1", "What we *did*");
            XWPFParagraph mixed = paragraph(word, null, "We asked ");
            var bold = mixed.createRun();
            bold.setBold(true);
            bold.setText("everybody ");
            var slanted = mixed.createRun();
            slanted.setItalic(true);
            slanted.setText("twice");
            mixed.createRun().setText(" & <b>wrote</b> to @ann. ");
            mixed.createHyperlinkRun("https://example.org/a").setText("See there");
            var table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Month");
            table.getRow(0).getCell(1).setText("Met");
            table.getRow(1).getCell(0).setText("May");
            table.getRow(1).getCell(1).setText("7 | 8");
            word.write(out);
        }
        Extracted extracted = read(file, "a.docx");

        assertThat(extracted.title()).isEqualTo("A year of rounds");
        assertThat(extracted.authors()).containsExactly("Ann Lee", "Bo Berg");
        assertThat(extracted.problem()).isNull();
        assertThat(extracted.pages())
                .containsExactly(
                        new PageText(
                                1,
                                "What we *did*",
                                """
                                What we *did*

                                We asked everybody twice & <b>wrote</b> to @ann. See there

                                Month\tMet
                                May\t7 | 8\
                                """,
                                """
                                # What we \\*did\\*

                                We asked **everybody** *twice* \\& \\<b\\>wrote\\</b\\> to \\@ann. [See there](https://example.org/a)

                                | Month | Met |
                                | --- | --- |
                                | May | 7 \\| 8 |\
                                """));
    }

    private static XWPFParagraph paragraph(
            XWPFDocument word, @org.jspecify.annotations.Nullable String style, String text) {
        XWPFParagraph paragraph = word.createParagraph();
        if (style != null) {
            paragraph.setStyle(style.replace("Heading", "Heading "));
        }
        paragraph.createRun().setText(text);
        return paragraph;
    }

    @Test
    void aLongDocumentIsCutIntoPartsAtHeadingsAndParagraphs() throws Exception {
        Path file = folder.resolve("a.docx");
        try (var word = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            paragraph(word, "Heading1", "Methods");
            for (int i = 0; i < 20; i++) {
                paragraph(word, null, SENTENCE.repeat(8));
            }
            paragraph(word, "Heading1", "Results");
            paragraph(word, null, SENTENCE.repeat(300));
            word.write(out);
        }
        List<PageText> parts = read(file, "a.docx").pages();

        assertThat(parts).hasSizeBetween(6, 9);
        assertThat(parts.stream().map(PageText::number)).isSorted().doesNotHaveDuplicates();
        assertThat(parts.getFirst().heading()).isEqualTo("Methods");
        assertThat(parts.getLast().heading()).isEqualTo("Results");
        assertThat(parts).allMatch(part -> part.text().length() < 6_000);
        assertThat(
                        String.join(" ", parts.stream().map(PageText::text).toList())
                                .split("once\\s+a\\s+month"))
                .hasSize(20 * 8 + 300 + 1);
    }

    @Test
    void slidesHaveTheirNumbersTitlesAndNotes() throws Exception {
        Path file = folder.resolve("a.pptx");
        try (var show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_AND_CONTENT);
            show.createSlide();
            var slide = show.createSlide(layout);
            slide.getPlaceholder(0).setText("What helped");
            slide.getPlaceholder(1).setText("Time");
            var notes = show.getNotesSlide(slide);
            for (var placeholder : notes.getPlaceholders()) {
                if (placeholder.getTextType() == Placeholder.BODY) {
                    placeholder.setText("Say it slowly");
                }
            }
            show.write(out);
        }
        Extracted extracted = read(file, "a.pptx");

        assertThat(extracted.pageCount()).isEqualTo(2);
        assertThat(extracted.pages())
                .containsExactly(
                        new PageText(
                                2,
                                "What helped",
                                "What helped\n\nTime\n\nSay it slowly",
                                "## What helped\n\n- Time\n\n> Say it slowly"));
    }

    @Test
    void sheetsAreTabsBetweenCellsAsTheyShowThemselves() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Counts");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Month");
            head.createCell(1).setCellValue("Met");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("May");
            row.createCell(1).setCellValue(7);
            var half = book.createCellStyle();
            half.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            row.createCell(2).setCellValue(0.125);
            row.getCell(2).setCellStyle(half);
            book.createSheet("Empty");
            book.createSheet("More").createRow(0).createCell(0).setCellValue("last");
            book.write(out);
        }
        assertThat(read(file, "a.xlsx").pages())
                .containsExactly(
                        new PageText(
                                1,
                                "Counts",
                                "Month\tMet\nMay\t7\t12.5%",
                                """
                                | Month | Met |  |
                                | --- | --- | --- |
                                | May | 7 | 12.5% |\
                                """),
                        new PageText(3, "More", "last", "| last |\n| --- |"));
    }

    @Test
    void aValueOfASheetStaysUnderTheNameOfItsColumn() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Counts");
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("Month");
            head.createCell(1).setCellValue("Met");
            head.createCell(2).setCellValue("Late");
            sheet.createRow(1).createCell(2).setCellValue("twice");
            book.write(out);
        }
        assertThat(read(file, "a.xlsx").pages().getFirst().markdown())
                .isEqualTo("| Month | Met | Late |\n| --- | --- | --- |\n|  |  | twice |");
    }

    @Test
    void aSheetOfManyRowsIsShownAsFarAsSomebodyReads() throws Exception {
        Path file = folder.resolve("a.xlsx");
        try (var book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("Counts");
            for (int row = 0; row < 3_000; row++) {
                sheet.createRow(row).createCell(0).setCellValue("value " + row);
            }
            book.write(out);
        }
        PageText page = read(file, "a.xlsx").pages().getFirst();

        assertThat(page.text()).contains("value 2999");
        assertThat(page.markdown()).contains("value 499 ").doesNotContain("value 500 ");
        assertThat(page.markdown()).endsWith("| \u22ef |");
    }

    @Test
    void eachPartOfAListOfValuesStandsUnderTheNamesOfItsColumns() throws Exception {
        String rows = "\"Lee; Ann\";\"said \"\"no\"\"\"\n".repeat(300);
        Path file = Files.writeString(folder.resolve("a.csv"), "Name;Answer\n" + rows);

        List<PageText> parts = read(file, "a.csv").pages();

        assertThat(parts).hasSizeGreaterThan(1);
        assertThat(parts)
                .allMatch(part ->
                        part.markdown()
                                .startsWith(
                                        "| Name | Answer |\n| --- | --- |\n| Lee; Ann | said \"no\" |"));
    }

    @Test
    void framesAndWhatStandsOnEachPageOfAWordDocumentAreRead() throws Exception {
        Path file = folder.resolve("a.docx");
        try (var word = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            XWPFParagraph paragraph = paragraph(word, null, "Before the frame.");
            paragraph.getCTP().addNewR().set(CTR.Factory.parse(FRAME));
            for (String edge : List.of("Handbook of the regional office", "Page 4")) {
                word.createHeader(HeaderFooterType.DEFAULT)
                        .createParagraph()
                        .createRun()
                        .setText(edge);
            }
            word.write(out);
        }
        PageText page = read(file, "a.docx").pages().getFirst();

        assertThat(page.markdown())
                .isEqualTo(
                        """
                        Before the frame.

                        > Call the pharmacy first

                        > Handbook of the regional office\
                        """);
    }

    private static final String FRAME =
            """
            <w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
              <mc:AlternateContent>
                <mc:Choice Requires="wps"><w:drawing><w:txbxContent>
                  <w:p><w:r><w:t>Call the </w:t></w:r><w:r><w:t>pharmacy first</w:t></w:r></w:p>
                </w:txbxContent></w:drawing></mc:Choice>
                <mc:Fallback><w:pict><w:txbxContent>
                  <w:p><w:r><w:t>Call the pharmacy first</w:t></w:r></w:p>
                </w:txbxContent></w:pict></mc:Fallback>
              </mc:AlternateContent>
            </w:r>
            """;

    @Test
    void whatAFileSaysAboutItselfIsThereWithoutItsOtherPages() throws Exception {
        Path file = folder.resolve("a.pptx");
        try (var show = new XMLSlideShow();
                OutputStream out = Files.newOutputStream(file)) {
            show.getProperties().getCoreProperties().setTitle("Falls, a year on");
            show.getProperties().getCoreProperties().setCreator("Ann Lee");
            var layout = show.getSlideMasters().getFirst().getLayout(SlideLayout.TITLE_ONLY);
            for (int i = 0; i < 3; i++) {
                show.createSlide(layout).getPlaceholder(0).setText("Slide of words");
            }
            show.write(out);
        }
        var documents = new Documents();
        Extracted told = documents.describe(file, documents.inspect(file, "a.pptx"));

        assertThat(told.title()).isEqualTo("Falls, a year on");
        assertThat(told.authors()).containsExactly("Ann Lee");
        assertThat(told.pageCount()).isEqualTo(3);
        assertThat(told.pages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled",
                "Microsoft Word - draft.docx",
                "Scan_20240312",
                "Scan 12 mars 2024",
                "Numérisation_2024-03-12",
                "HP ScanJet Pro 2500",
                "Scanned by CamScanner",
                "Numérisation 3",
                "IMG_0042"
            })
    void whatAMachineCalledAFileIsNoTitle(String told) {
        assertThat(Properties.title(told)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Image-guided biopsy",
                "Scanning the waiting room",
                "Brother to brother: men’s health"
            })
    void whatSomebodyCalledItIs(String told) {
        assertThat(Properties.title(told)).isEqualTo(told);
    }

    @Test
    void anOpenDocumentTextIsToldAsTextAndForReading() throws Exception {
        Path file =
                openDocument(
                        DocumentType.ODT,
                        """
                        <office:automatic-styles><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
                        <text:list-style style:name="L1"><text:list-level-style-number text:level="1"/></text:list-style></office:automatic-styles>
                        <office:body><office:text>
                        <text:tracked-changes><text:p>deleted words</text:p></text:tracked-changes>
                        <text:h text:outline-level="2">Methods</text:h>
                        <text:p>We <text:span text:style-name="B">asked</text:span><text:s text:c="2"/>all<office:annotation><text:p>a remark</text:p></office:annotation>
                        at <text:a xlink:href="https://example.org/">home</text:a><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note</text:p></text:note-body></text:note>.</text:p>
                        <text:list><text:list-item><text:p>one</text:p><text:list text:style-name="L1"><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item></text:list>
                        <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p><text:p>c</text:p></table:table-cell></table:table-row></table:table>
                        </office:text></office:body>
                        """);
        Extracted extracted = read(file, "a.odt");

        assertThat(extracted.title()).isEqualTo("Our plan");
        assertThat(extracted.authors()).containsExactly("Ann Lee");
        assertThat(extracted.language()).isEqualTo("fr");
        assertThat(extracted.pages())
                .containsExactly(
                        new PageText(
                                1,
                                "Methods",
                                "Methods\n\nA note\n\nWe asked all at home.\n\none\ninner\n\na\tb c",
                                """
                                ## Methods

                                A note

                                We **asked** all at [home](https://example.org/).

                                - one
                                    1. inner

                                | a | b c |
                                | --- | --- |\
                                """));
    }

    @Test
    void anOpenDocumentPresentationHasItsSlides() throws Exception {
        Path file =
                openDocument(
                        DocumentType.ODP,
                        """
                        <office:body><office:presentation><draw:page draw:name="p1"><text:p>First</text:p></draw:page>
                        <draw:page draw:name="p2"><text:p>Second</text:p></draw:page></office:presentation></office:body>
                        """);
        assertThat(read(file, "a.odp").pages())
                .extracting(PageText::number, PageText::text)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(1, "First"),
                        org.assertj.core.api.Assertions.tuple(2, "Second"));
    }

    private Path openDocument(DocumentType type, String content) throws IOException {
        String spaces =
                """
                xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
                xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
                xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
                xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"\
                """;
        return Files.write(
                folder.resolve("a." + type.extension()),
                Zips.openDocument(
                        type.mediaType(),
                        Map.of(
                                "content.xml",
                                "<office:document-content "
                                        + spaces
                                        + ">"
                                        + content
                                        + "</office:document-content>",
                                "meta.xml",
                                "<office:document-meta "
                                        + spaces
                                        + "><office:meta><dc:title>Our plan</dc:title>"
                                        + "<meta:initial-creator>Ann Lee</meta:initial-creator><dc:language>fr-FR</dc:language>"
                                        + "</office:meta></office:document-meta>")));
    }

    @Test
    void textIsReadInItsLettersAndCutWhereALineIsEmpty() throws Exception {
        String text = ("L’état. " + SENTENCE.repeat(20) + "\r\n\r\n").repeat(8);
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16,
                        Charset.forName("windows-1252"))) {
            Path file = Files.write(folder.resolve("a.txt"), text.getBytes(charset));
            List<PageText> parts = read(file, "a.txt").pages();
            assertThat(parts).hasSizeBetween(2, 4);
            assertThat(parts).allMatch(part -> part.text().startsWith("L’état. We met"));
            assertThat(parts).allMatch(part -> part.markdown().isEmpty());
        }
    }

    @Test
    void aTextIsWrittenInUtf8WhateverItsLettersWere() throws Exception {
        for (Charset charset :
                List.of(
                        StandardCharsets.UTF_8,
                        StandardCharsets.UTF_16,
                        Charset.forName("windows-1252"))) {
            Path file = Files.write(folder.resolve("a.txt"), "L’état\r\n".getBytes(charset));
            var written = new ByteArrayOutputStream();
            new Documents().writeUtf8(file, written);
            assertThat(written.toByteArray())
                    .isEqualTo("L’état\r\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void markdownIsCutAtItsHeadingsAndShownAsItIs() throws Exception {
        String text =
                "# Plan\n\n"
                        + SENTENCE.repeat(20)
                        + "\n\n## Then\n\n```\n# no heading\n```\n"
                        + SENTENCE;
        Path file = Files.writeString(folder.resolve("a.md"), text);
        Extracted extracted = read(file, "a.md");

        assertThat(extracted.title()).isEqualTo("Plan");
        assertThat(extracted.pages()).extracting(PageText::heading).containsExactly("Plan", "Then");
        assertThat(extracted.pages()).allMatch(part -> part.markdown().equals(part.text()));
    }

    @Test
    void oneLineOfAMillionLettersIsManyParts() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "12;".repeat(300_000));
        List<PageText> parts = read(file, "a.csv").pages();
        assertThat(parts).hasSizeGreaterThan(50);
        assertThat(parts.stream().mapToInt(part -> part.text().length()).sum()).isEqualTo(900_000);
    }

    private static Extracted read(Path file, String name) throws Exception {
        var documents = new Documents();
        return documents.extract(file, documents.inspect(file, name));
    }
}
