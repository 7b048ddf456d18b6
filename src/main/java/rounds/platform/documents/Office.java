package rounds.platform.documents;

import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.IOUtils;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What the files of Microsoft's programs have in common.
final class Office {
    private static final int MOST_FILES = 10_000;
    private static final long LARGEST_PART = 512L << 20;
    private static final double MOST_RATIO = 0.01;
    private static final long HARMLESS = 1 << 20;
    private static final long MOST_TEXT = 50_000_000;
    private static final int LARGEST_PIECE = 96 << 20;

    private Office() {}

    @FunctionalInterface
    interface Content {
        void read(OPCPackage opened) throws IOException, OpenXML4JException, RefusedDocument;
    }

    /// @throws RefusedDocument for what cannot be opened
    static void read(Path file, Content content) throws RefusedDocument, IOException {
        ZipSecureFile.setMaxFileCount(MOST_FILES);
        ZipSecureFile.setMaxEntrySize(LARGEST_PART);
        ZipSecureFile.setMinInflateRatio(MOST_RATIO);
        ZipSecureFile.setGraceEntrySize(HARMLESS);
        ZipSecureFile.setMaxTextSize(MOST_TEXT);
        IOUtils.setByteArrayMaxOverride(LARGEST_PIECE);
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            try {
                content.read(opened);
            } finally {
                // Closing would try to write.
                opened.revert();
            }
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | UnsupportedFileFormatException broken) {
            throw new RefusedDocument(Refusal.DAMAGED);
        }
    }

    static void head(OPCPackage opened, int pageCount, Report report)
            throws IOException, OpenXML4JException {
        PackageProperties told = opened.getPackageProperties();
        report.head(
                Properties.title(told.getTitleProperty().orElse("")),
                Properties.authors(List.of(told.getCreatorProperty().orElse(""))),
                Properties.language(told.getLanguageProperty().orElse("")),
                pageCount);
    }
}
