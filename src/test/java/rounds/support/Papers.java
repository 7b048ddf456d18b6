package rounds.support;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Documents for tests.
public final class Papers {
    private static final PDType1Font FONT = new PDType1Font(FontName.HELVETICA);

    /// A PDF with one sentence a page.
    public static byte[] pdf(List<String> sentences) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            for (String sentence : sentences) {
                var page = new PDPage();
                document.addPage(page);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(FONT, 12);
                    pen.newLineAtOffset(72, 700);
                    pen.showText(sentence);
                    pen.endText();
                }
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private Papers() {}
}
