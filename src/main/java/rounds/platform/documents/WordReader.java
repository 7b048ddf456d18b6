package rounds.platform.documents;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads DOCX.
final class WordReader {
    private static final Pattern HEADING = Pattern.compile("(?:heading|titre) ?([1-9])");
    private static final Set<String> TITLES = Set.of("title", "titre");

    /// More than the number of a page.
    private static final Pattern WORD = Pattern.compile("\\p{L}{2}.*\\p{L}{4}");

    private static final Pattern NOTE_SIGN = Pattern.compile("\\[(footnote|endnote)Ref:\\d+]");

    private final XWPFDocument document;
    private final Outline outline;

    private WordReader(XWPFDocument document, Outline outline) {
        this.document = document;
        this.outline = outline;
    }

    static void read(Path file, Report report) throws RefusedDocument, IOException {
        Office.read(file, opened -> read(opened, report));
    }

    private static void read(OPCPackage opened, Report report)
            throws IOException, OpenXML4JException {
        Outline outline = Outline.ofParts(report);
        Office.head(opened, 1, report);
        new WordReader(new XWPFDocument(opened), outline).read();
        Office.head(opened, outline.number(), report);
    }

    private void read() throws IOException {
        for (IBodyElement element : document.getBodyElements()) {
            switch (element) {
                case XWPFParagraph paragraph -> paragraph(paragraph);
                case XWPFTable table -> outline.table(rows(table));
                case XWPFSDT box -> lines(box.getContent().getText());
                default -> {}
            }
        }
        boxes();
        notes(document.getFootnotes());
        notes(document.getEndnotes());
        for (String drawn : Diagrams.words(document)) {
            outline.paragraph(Inline.of(drawn));
        }
        edges();
        outline.end();
    }

    /// What stands in frames that float over the text, in their order.
    private void boxes() throws IOException {
        for (String line : TextBoxes.lines(document.getDocument().getBody().getDomNode())) {
            outline.quote(Inline.of(line));
        }
    }

    /// What stands above and below each page: said once.
    private void edges() throws IOException {
        var lines = new LinkedHashSet<String>();
        for (var edge : document.getHeaderList()) {
            edge.getParagraphs().forEach(paragraph -> lines.add(words(paragraph).text()));
        }
        for (var edge : document.getFooterList()) {
            edge.getParagraphs().forEach(paragraph -> lines.add(words(paragraph).text()));
        }
        for (String line : lines) {
            if (WORD.matcher(line).find()) {
                outline.quote(Inline.of(line));
            }
        }
    }

    private void paragraph(XWPFParagraph paragraph) throws IOException {
        Inline words = words(paragraph);
        int level = level(paragraph);
        if (level > 0) {
            outline.heading(level, words);
        } else if (paragraph.getNumID() != null && paragraph.getNumID().signum() > 0) {
            BigInteger depth = paragraph.getNumIlvl();
            outline.item(
                    depth == null ? 0 : depth.intValue(),
                    !"bullet".equals(paragraph.getNumFmt()),
                    words);
        } else {
            outline.paragraph(words);
        }
    }

    /// 0: no heading.
    private int level(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        XWPFStyle style =
                id == null || document.getStyles() == null
                        ? null
                        : document.getStyles().getStyle(id);
        String name = style == null || style.getName() == null ? id : style.getName();
        if (name == null) {
            return 0;
        }
        String small = name.toLowerCase(Locale.ROOT);
        Matcher heading = HEADING.matcher(small);
        if (heading.matches()) {
            return Integer.parseInt(heading.group(1));
        }
        return TITLES.contains(small) ? 1 : 0;
    }

    private Inline words(XWPFParagraph paragraph) {
        Inline words = new Inline();
        for (IRunElement element : paragraph.getIRuns()) {
            switch (element) {
                case XWPFHyperlinkRun link -> add(link, address(link), words);
                case XWPFRun run -> add(run, "", words);
                case XWPFSDT box -> words.add(box.getContent().getText(), false, false, "");
                default -> {}
            }
        }
        return words;
    }

    private static void add(XWPFRun run, String link, Inline words) {
        String text = NOTE_SIGN.matcher(run.text()).replaceAll("");
        words.add(text, run.isBold(), run.isItalic(), link);
    }

    private String address(XWPFHyperlinkRun run) {
        XWPFHyperlink link = run.getHyperlinkId() == null ? null : run.getHyperlink(document);
        return link == null || link.getURL() == null ? "" : link.getURL();
    }

    private static List<List<String>> rows(XWPFTable table) {
        return table.getRows().stream()
                .map(row ->
                        row.getTableICells().stream()
                                .map(cell ->
                                        switch (cell) {
                                            case org.apache.poi.xwpf.usermodel.XWPFTableCell own ->
                                                    own.getTextRecursively();
                                            case org.apache.poi.xwpf.usermodel.XWPFSDTCell box ->
                                                    box.getContent().getText();
                                            default -> "";
                                        })
                                .toList())
                .toList();
    }

    private void lines(String text) throws IOException {
        for (String line : text.split("\n")) {
            outline.paragraph(Inline.of(line));
        }
    }

    private void notes(List<? extends XWPFAbstractFootnoteEndnote> notes) throws IOException {
        for (XWPFAbstractFootnoteEndnote note : notes) {
            for (XWPFParagraph paragraph : note.getParagraphs()) {
                outline.paragraph(words(paragraph));
            }
        }
    }
}
