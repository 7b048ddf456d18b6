package rounds.platform.documents;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads ODT and ODP: the one part of the file that has the words, and the one that has its
/// properties.
final class OpenDocumentReader {
    /// Bytes of a part when it is unfolded; more is not read.
    private static final long LARGEST = 256L << 20;

    private OpenDocumentReader() {}

    static void read(Path file, DocumentType type, Report report)
            throws RefusedDocument, IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            Told told = new Told();
            part(zip, "meta.xml", told::read);
            told.head(report, 1);
            Outline outline =
                    type == DocumentType.ODP ? Outline.ofPages(report) : Outline.ofParts(report);
            int[] slides = {0};
            part(
                    zip,
                    "content.xml",
                    xml -> slides[0] = new OpenDocumentContent(xml, outline).read());
            outline.end();
            told.head(report, type == DocumentType.ODP ? slides[0] : outline.number());
        }
    }

    @FunctionalInterface
    private interface Part {
        void read(XMLStreamReader xml) throws XMLStreamException, IOException;
    }

    private static void part(ZipFile zip, String name, Part part)
            throws RefusedDocument, IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
        try (InputStream in =
                BoundedInputStream.builder()
                        .setInputStream(zip.getInputStream(entry))
                        .setMaxCount(LARGEST)
                        .get()) {
            part.read(Xml.read(in));
        } catch (XMLStreamException broken) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }

    /// What the properties say.
    private static final class Told {
        private String title = "";
        private final List<String> authors = new ArrayList<>();
        private @Nullable String language;

        void read(XMLStreamReader xml) throws XMLStreamException {
            String creator = "";
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "title" -> title = Properties.title(xml.getElementText());
                        case "initial-creator" -> authors.add(xml.getElementText());
                        case "creator" -> creator = xml.getElementText();
                        case "language" -> language = Properties.language(xml.getElementText());
                        default -> {}
                    }
                }
            }
            if (authors.isEmpty()) {
                authors.add(creator);
            }
        }

        void head(Report report, int pageCount) throws IOException {
            report.head(title, Properties.authors(authors), language, pageCount);
        }
    }
}
