package rounds.platform.documents;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Reads PDF: each page in the order in which its program wrote it, which keeps columns apart.
final class PdfReader extends PDFTextStripper {
    /// For what pdfbox unfolds beside the document itself.
    private static final long SCRATCH = 96L << 20;

    private final PDDocument document;
    private final Report report;
    private final PdfScripts scripts = new PdfScripts();
    private final StringWriter page = new StringWriter();
    private final LargestWords largest = new LargestWords();
    private boolean refused;

    private PdfReader(PDDocument document, Report report) {
        this.document = document;
        this.report = report;
        setSortByPosition(false);
        setLineSeparator("\n");
        setParagraphEnd("\n");
        setPageEnd("");
        setArticleEnd("\n");
    }

    static void read(Path file, Report report) throws RefusedDocument, IOException {
        FontMappers.set(new PdfFonts());
        try (PDDocument document = open(file)) {
            new PdfReader(document, report).read();
        }
    }

    private static PDDocument open(Path file) throws RefusedDocument {
        try {
            return Loader.loadPDF(
                    new RandomAccessReadBufferedFile(file.toFile()),
                    "",
                    MemoryUsageSetting.setupMainMemoryOnly(SCRATCH).streamCache);
        } catch (InvalidPasswordException secret) {
            throw new RefusedDocument(Refusal.ENCRYPTED);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }

    private void read() throws RefusedDocument, IOException {
        if (scripts.isIn(document.getDocumentCatalog().getCOSObject())) {
            throw new RefusedDocument(Refusal.SCRIPT);
        }
        head();
        try {
            writeText(document, page);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            if (broken instanceof Report.EnoughException enough) {
                throw enough;
            }
            report.partial();
        }
        if (refused) {
            throw new RefusedDocument(Refusal.SCRIPT);
        }
        head();
    }

    private void head() throws IOException {
        PDDocumentInformation told = document.getDocumentInformation();
        String title = Properties.title(Objects.requireNonNullElse(told.getTitle(), ""));
        String author = Objects.requireNonNullElse(told.getAuthor(), "");
        String language =
                Objects.requireNonNullElse(document.getDocumentCatalog().getLanguage(), "");
        report.head(
                title.isEmpty() ? largest.words() : title,
                Properties.authors(List.of(author)),
                Properties.language(language),
                Math.max(document.getNumberOfPages(), 0));
    }

    /// A page that is broken leaves what stands before its break, and the other pages.
    @Override
    public void processPage(PDPage one) throws IOException {
        if (refused) {
            return;
        }
        if (scripts.isIn(one.getCOSObject())) {
            refused = true;
            return;
        }
        try {
            super.processPage(one);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            report.partial();
            writeWhatCame();
        }
        tell();
    }

    private void writeWhatCame() {
        try {
            writePage();
        } catch (IOException | RuntimeException | StackOverflowError nothing) {
            page.getBuffer().setLength(0);
        }
    }

    private void tell() throws IOException {
        String text = page.toString();
        page.getBuffer().setLength(0);
        if (getCurrentPageNo() == 1) {
            // Its largest words are known now: who wants no more than that need not wait.
            head();
        }
        report.page(new PageText(getCurrentPageNo(), "", text));
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) throws IOException {
        if (getCurrentPageNo() == 1) {
            largest.add(text, letters);
        }
        super.writeString(text, letters);
    }
}
