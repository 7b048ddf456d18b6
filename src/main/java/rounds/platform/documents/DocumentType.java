package rounds.platform.documents;

import java.util.List;
import java.util.Locale;

/// What may be shared. Everything else is refused, whatever it is called.
public enum DocumentType {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODP("application/vnd.oasis.opendocument.presentation", "odp"),
    TXT("text/plain;charset=utf-8", "txt", "text"),
    MD("text/markdown;charset=utf-8", "md", "markdown"),
    CSV("text/csv;charset=utf-8", "csv"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jpe"),
    WEBP("image/webp", "webp");

    private final String mediaType;
    private final List<String> endings;

    DocumentType(String mediaType, String... endings) {
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    /// As it is stored and asked for: `pdf`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for what is none
    public static DocumentType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    public String mediaType() {
        return mediaType;
    }

    /// What a file of this type is called, without the dot: `jpg`.
    public String extension() {
        return endings.getFirst();
    }

    public boolean isPicture() {
        return switch (this) {
            case PNG, JPEG, WEBP -> true;
            case PDF, DOCX, PPTX, XLSX, ODT, ODP, TXT, MD, CSV -> false;
        };
    }

    /// Whether it is nothing but letters; then only the name says which of the three it is.
    public boolean isText() {
        return switch (this) {
            case TXT, MD, CSV -> true;
            case PDF, DOCX, PPTX, XLSX, ODT, ODP, PNG, JPEG, WEBP -> false;
        };
    }

    /// @param ending in small letters, without the dot
    boolean endsWith(String ending) {
        return endings.contains(ending);
    }
}
