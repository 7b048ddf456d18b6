package rounds.support;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;

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

    /// A PDF of one page whose properties say this.
    public static byte[] described(String title, String author, String language) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(title);
            document.getDocumentInformation().setAuthor(author);
            document.getDocumentCatalog().setLanguage(language);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A long PDF: on each page some 500 words, and a picture that no packing makes smaller.
    ///
    /// @param bytes of each picture
    /// @param sentence that stands on the last page only
    public static byte[] thick(int pages, int bytes, String sentence) {
        var random = new Random(7);
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            for (int number = 1; number <= pages; number++) {
                var page = new PDPage();
                document.addPage(page);
                byte[] noise = new byte[bytes];
                random.nextBytes(noise);
                int side = (int) Math.sqrt(bytes);
                var picture =
                        new PDImageXObject(
                                document,
                                new ByteArrayInputStream(noise),
                                null,
                                side,
                                side,
                                8,
                                PDDeviceGray.INSTANCE);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.drawImage(picture, 400, 600, 150, 150);
                    pen.beginText();
                    pen.setFont(FONT, 9);
                    pen.setLeading(12);
                    pen.newLineAtOffset(40, 740);
                    for (int line = 0; line < 50; line++) {
                        pen.showText("Page " + number + ", line " + line + ": " + WORDS);
                        pen.newLine();
                    }
                    if (number == pages) {
                        pen.showText(sentence);
                    }
                    pen.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A page as a fax machine packs it: black above, white below, and no text.
    public static byte[] scanned() {
        var picture = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_BINARY);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 400, 600, 400);
        pen.dispose();
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(CCITTFactory.createFromImage(document, picture), 0, 0, 612, 792);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final String WORDS = "we met to learn what helps when somebody falls at home.";

    private Papers() {}
}
