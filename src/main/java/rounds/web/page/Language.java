package rounds.web.page;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// A language of the interface. Content carries its own.
public enum Language {
    EN(Locale.ENGLISH),
    FR(Locale.CANADA_FRENCH);

    // Longer headers are cut: nobody speaks so many languages, and an attacker must not make us
    // parse them.
    private static final int HEADER_LIMIT = 200;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public String code() {
        return locale.getLanguage();
    }

    public Locale locale() {
        return locale;
    }

    /// Whether so many things stand in the singular: in French also none.
    boolean singular(long count) {
        return this == FR ? count == 0 || count == 1 : count == 1;
    }

    /// The language of that code, or null.
    public static @Nullable Language of(@Nullable String code) {
        return switch (code) {
            case "en" -> EN;
            case "fr" -> FR;
            case null, default -> null;
        };
    }

    /// The best of ours by an `Accept-Language` header; English when it names none. Own code,
    /// because the framework's keeps every header it has ever seen.
    static Language accepted(@Nullable String header) {
        if (header == null) {
            return EN;
        }
        Language best = EN;
        double bestWeight = 0;
        for (String range :
                header.substring(0, Math.min(header.length(), HEADER_LIMIT)).split(",", 20)) {
            String tag = range.strip().toLowerCase(Locale.ROOT);
            Language language = tag.length() < 2 ? null : of(tag.substring(0, 2));
            double weight = language == null ? 0 : weight(tag);
            if (language != null && weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double weight(String range) {
        int at = range.indexOf(";q=");
        if (at < 0) {
            return 1;
        }
        try {
            return Double.parseDouble(range.substring(at + 3).strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
