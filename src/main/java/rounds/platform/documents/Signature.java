package rounds.platform.documents;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is by its first bytes.
enum Signature {
    PDF,
    ZIP,
    OLE,
    PNG,
    JPEG,
    WEBP,
    /// HTML, XML and their kin, and RTF: text that programs take for more than text.
    MARKUP,
    /// Something else in front of a PDF, which readers of PDF would find.
    LATE_PDF,
    TEST_VIRUS,
    OTHER;

    /// As the test file of virus scanners begins; in two halves, so that ours is no finding.
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-";

    private static final String OLE_SIGN = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    /// Those that browsers go by, and RTF. A Markdown text may begin with a comment or a paragraph
    /// in HTML, which no browser is ever given as HTML.
    private static final Pattern MARKED =
            Pattern.compile(
                    "^(\u00ef\u00bb\u00bf)?\\s*(<!--.{0,800}?-->\\s*)?(<(!doctype|html|head|body|title|script|style|iframe|svg|\\?xml|\\?php|%)|\\{\\\\rtf)",
                    Pattern.DOTALL);

    /// @param head the first [Bytes#HEAD] bytes, a letter each
    static Signature of(String head) {
        if (head.contains(EICAR)) {
            return TEST_VIRUS;
        }
        Signature known = known(head);
        if (known != OTHER) {
            return known;
        }
        if (MARKED.matcher(wide(head).toLowerCase(Locale.ROOT)).lookingAt()) {
            return MARKUP;
        }
        return head.contains("%PDF-") ? LATE_PDF : OTHER;
    }

    private static Signature known(String head) {
        if (head.startsWith("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (head.startsWith(OLE_SIGN)) {
            return OLE;
        }
        if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (head.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        return head.startsWith("RIFF") && head.startsWith("WEBP", 8) ? WEBP : OTHER;
    }

    /// UTF-16 as if it were ASCII.
    private static String wide(String head) {
        return head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")
                ? head.substring(2).replace("\0", "")
                : head;
    }
}
