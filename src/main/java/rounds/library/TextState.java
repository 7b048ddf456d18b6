package rounds.library;

import java.util.Locale;

/// How far the text of a version has been read for search.
public enum TextState {
    /// A link has none here.
    NONE,
    WAITING,
    READ,
    /// A scan, say: pictures of pages.
    NO_TEXT,
    /// Some pages could not be read.
    PARTIAL,
    FAILED,
    /// It is not what may be shared, which showed only when it was opened: nobody gets the file.
    REFUSED,
    /// Longer than what is read.
    TOO_LONG;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TextState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
