package rounds.platform.documents;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The checks that need no parser, cheapest first.
final class Inspection {
    private Inspection() {}

    static DocumentType of(Path file, String name) throws RefusedDocument, IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return of(new Bytes(channel), Ending.of(name));
        }
    }

    private static DocumentType of(Bytes bytes, Ending ending) throws RefusedDocument, IOException {
        if (bytes.length() == 0) {
            throw new RefusedDocument(Refusal.EMPTY);
        }
        if (bytes.length() > Documents.MOST_BYTES) {
            throw new RefusedDocument(Refusal.TOO_LARGE);
        }
        Signature signature = Signature.of(bytes.head());
        return switch (signature) {
            case TEST_VIRUS -> throw new RefusedDocument(Refusal.TEST_VIRUS);
            case ZIP -> ending.require(OfficeFile.type(bytes));
            case PDF -> ending.require(PdfShell.check(bytes));
            case OLE -> throw new RefusedDocument(Ole.refusal(bytes));
            case PNG -> ending.require(PictureHead.check(bytes, DocumentType.PNG));
            case JPEG -> ending.require(PictureHead.check(bytes, DocumentType.JPEG));
            case WEBP -> ending.require(PictureHead.check(bytes, DocumentType.WEBP));
            case MARKUP -> throw new RefusedDocument(Refusal.TYPE);
            case LATE_PDF -> throw new RefusedDocument(Refusal.MISMATCH);
            case OTHER -> text(bytes, ending);
        };
    }

    private static DocumentType text(Bytes bytes, Ending ending)
            throws RefusedDocument, IOException {
        if (Letters.of(bytes).isEmpty()) {
            throw new RefusedDocument(Refusal.TYPE);
        }
        return ending.text();
    }
}
