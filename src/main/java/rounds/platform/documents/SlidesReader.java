package rounds.platform.documents;

import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFHyperlink;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Reads PPTX: a page for each slide, with what the speaker noted for it.
final class SlidesReader {
    private static final int DEEPEST = 30;

    private final Outline outline;
    private final Set<String> footers = new HashSet<>();

    private SlidesReader(Outline outline) {
        this.outline = outline;
    }

    static void read(Path file, Report report) throws RefusedDocument, IOException {
        Office.read(file, opened -> read(opened, report));
    }

    private static void read(OPCPackage opened, Report report)
            throws IOException, OpenXML4JException {
        Outline outline = Outline.ofPages(report);
        try (XMLSlideShow show = new XMLSlideShow(opened)) {
            List<XSLFSlide> slides = show.getSlides();
            Office.head(opened, slides.size(), report);
            var reader = new SlidesReader(outline);
            for (XSLFSlide slide : slides) {
                reader.slide(slide);
            }
            outline.end();
        }
    }

    private void slide(XSLFSlide slide) throws IOException {
        Inline title = Inline.of(title(slide));
        outline.page(slide.getSlideNumber(), title.text());
        outline.heading(2, title);
        shapes(slide.getShapes(), DEEPEST);
        for (String drawn : Diagrams.words(slide)) {
            outline.paragraph(Inline.of(drawn));
        }
        XSLFNotes notes = slide.getNotes();
        if (notes != null) {
            for (XSLFShape shape : notes.getShapes()) {
                if (shape instanceof XSLFTextShape text && isContent(text)) {
                    for (XSLFTextParagraph paragraph : text.getTextParagraphs()) {
                        outline.quote(words(paragraph));
                    }
                }
            }
        }
    }

    private static String title(XSLFSlide slide) {
        for (XSLFShape shape : slide.getShapes()) {
            if (shape instanceof XSLFTextShape text && isTitle(text.getTextType())) {
                return Objects.requireNonNullElse(text.getText(), "");
            }
        }
        return "";
    }

    private static boolean isTitle(@Nullable Placeholder kind) {
        return kind == Placeholder.TITLE || kind == Placeholder.CENTERED_TITLE;
    }

    private void shapes(List<XSLFShape> shapes, int deep) throws IOException {
        for (XSLFShape shape : shapes) {
            switch (shape) {
                case XSLFTextShape text when isContent(text) -> text(text);
                case XSLFTable table -> outline.table(rows(table));
                case XSLFGroupShape group when deep > 0 -> shapes(group.getShapes(), deep - 1);
                default -> {}
            }
        }
    }

    /// Neither the title, which was told already, nor what stands on every slide.
    private boolean isContent(XSLFTextShape shape) {
        Placeholder kind = shape.getTextType();
        if (kind == Placeholder.FOOTER) {
            return footers.add(shape.getText());
        }
        return !isTitle(kind)
                && kind != Placeholder.SLIDE_NUMBER
                && kind != Placeholder.DATETIME
                && kind != Placeholder.HEADER;
    }

    private void text(XSLFTextShape shape) throws IOException {
        for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
            Inline words = words(paragraph);
            if (paragraph.isBullet()) {
                outline.item(paragraph.getIndentLevel(), false, words);
            } else {
                outline.paragraph(words);
            }
        }
    }

    private static Inline words(XSLFTextParagraph paragraph) {
        Inline words = new Inline();
        for (XSLFTextRun run : paragraph.getTextRuns()) {
            XSLFHyperlink link = run.getHyperlink();
            String address = link == null ? "" : Objects.requireNonNullElse(link.getAddress(), "");
            String text = Objects.requireNonNullElse(run.getRawText(), "");
            words.add(text, run.isBold(), run.isItalic(), address);
        }
        return words;
    }

    private static List<List<String>> rows(XSLFTable table) {
        return table.getRows().stream()
                .map(row -> row.getCells().stream().map(XSLFTextShape::getText).toList())
                .toList();
    }
}
