package rounds.platform.documents;

import java.io.IOException;
import java.util.Locale;

/// A PDF seen from outside.
final class PdfShell {
    private PdfShell() {}

    /// @throws RefusedDocument for what is something else, too
    static DocumentType check(Bytes bytes) throws RefusedDocument, IOException {
        String head = bytes.head().toLowerCase(Locale.ROOT);
        if (head.contains("<html") || head.contains("<script") || head.contains("<!doctype")) {
            throw new RefusedDocument(Refusal.MISMATCH);
        }
        if (ZipDirectory.endsIn(bytes)) {
            throw new RefusedDocument(Refusal.MISMATCH);
        }
        return DocumentType.PDF;
    }
}
