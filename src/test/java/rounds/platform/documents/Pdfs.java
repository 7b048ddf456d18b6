package rounds.platform.documents;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// PDF files, good and bad ones.
final class Pdfs {
    static final PDFont FONT = new PDType1Font(FontName.HELVETICA);

    private static final String WORDS =
            "The community of practice met to share what its members had learned about care. ";
    private static final int PICTURE = 350;

    private Pdfs() {}

    @FunctionalInterface
    interface Content {
        void write(PDDocument document) throws IOException;
    }

    static Path write(Path file, Content content) throws IOException {
        try (var document = new PDDocument()) {
            content.write(document);
            document.save(file.toFile());
        }
        return file;
    }

    static Path of(Path file, String... lines) throws IOException {
        return write(file, document -> page(document, List.of(lines)));
    }

    static PDPage page(PDDocument document, List<String> lines) throws IOException {
        PDPage page = new PDPage();
        document.addPage(page);
        try (var pen = new PDPageContentStream(document, page)) {
            lines(pen, 12, 60, 720, lines);
        }
        return page;
    }

    static void lines(PDPageContentStream pen, float size, float x, float y, List<String> lines)
            throws IOException {
        pen.beginText();
        pen.setFont(FONT, size);
        pen.setLeading(size * 1.2f);
        pen.newLineAtOffset(x, y);
        for (String line : lines) {
            pen.showText(line);
            pen.newLine();
        }
        pen.endText();
    }

    /// Each page full of words, with a picture that cannot be made smaller.
    static Path book(Path file, int pages) throws IOException {
        var noise = new Random(7);
        return write(
                file,
                document -> {
                    for (int i = 1; i <= pages; i++) {
                        PDPage page = new PDPage();
                        document.addPage(page);
                        var picture =
                                new BufferedImage(PICTURE, PICTURE, BufferedImage.TYPE_INT_RGB);
                        for (int point = 0; point < PICTURE * PICTURE; point++) {
                            picture.setRGB(point % PICTURE, point / PICTURE, noise.nextInt());
                        }
                        try (var pen = new PDPageContentStream(document, page)) {
                            pen.drawImage(
                                    JPEGFactory.createFromImage(document, picture, 0.7f), 60, 40);
                            lines(pen, 10, 60, 740, List.of("Page " + i));
                            lines(pen, 9, 60, 700, java.util.Collections.nCopies(32, WORDS));
                        }
                    }
                });
    }

    /// One page whose drawing unfolds to so many bytes.
    static Path unfolding(Path file, long bytes, String piece) throws IOException {
        return write(
                file,
                document -> {
                    PDPage page = page(document, List.of("words"));
                    var stream = new PDStream(document);
                    byte[] some = piece.repeat(10_000).getBytes();
                    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                        for (long written = 0; written < bytes; written += some.length) {
                            out.write(some);
                        }
                    }
                    page.setContents(stream);
                });
    }
}
