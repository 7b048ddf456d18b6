package rounds.search;

import java.util.Locale;

/// How a text is cut into words. Each language is a field of its own, so that a French ending is
/// never taken off an English word.
enum Language {
    ENGLISH("en"),
    FRENCH("fr"),
    /// Every other language: words as they stand, without accents.
    OTHER("xx");

    private final String field;
    private final String titleField;
    private final TextAnalyzer analyzer;

    Language(String field) {
        this.field = field;
        this.titleField = field + TextPart.TITLE_SUFFIX;
        this.analyzer = new TextAnalyzer(field);
    }

    static Language of(String code) {
        return switch (code(code)) {
            case "en" -> ENGLISH;
            case "fr" -> FRENCH;
            default -> OTHER;
        };
    }

    /// The language as texts are told apart by it: without its region, in lower case.
    static String code(String code) {
        return code.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    }

    /// The field of the index that holds the texts of this language.
    String field() {
        return field;
    }

    /// The field of what stands above or at the beginning of those texts.
    String titleField() {
        return titleField;
    }

    /// The field of the index that holds whole titles, each as one word.
    String wholeTitleField() {
        return field + ".whole";
    }

    TextAnalyzer analyzer() {
        return analyzer;
    }
}
