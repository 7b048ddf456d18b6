package rounds.search;

import java.util.Map;
import java.util.Set;

/// What can be typed before a colon, to narrow by the value that follows it.
enum Operator {
    IN,
    KIND,
    TYPE,
    BY,
    TAG,
    LANG,
    YEAR,
    FILE,
    HAS,
    IS,
    BEFORE,
    AFTER,
    /// Not older than so long.
    NEAR;

    /// As they are typed, in English and in French.
    static final Map<String, Operator> NAMES =
            Map.ofEntries(
                    Map.entry("in", IN),
                    Map.entry("dans", IN),
                    Map.entry("kind", KIND),
                    Map.entry("genre", KIND),
                    Map.entry("type", TYPE),
                    Map.entry("by", BY),
                    Map.entry("par", BY),
                    Map.entry("tag", TAG),
                    Map.entry("étiquette", TAG),
                    Map.entry("etiquette", TAG),
                    Map.entry("lang", LANG),
                    Map.entry("langue", LANG),
                    Map.entry("year", YEAR),
                    Map.entry("année", YEAR),
                    Map.entry("annee", YEAR),
                    Map.entry("file", FILE),
                    Map.entry("fichier", FILE),
                    Map.entry("has", HAS),
                    Map.entry("avec", HAS),
                    Map.entry("is", IS),
                    Map.entry("est", IS),
                    Map.entry("before", BEFORE),
                    Map.entry("avant", BEFORE),
                    Map.entry("after", AFTER),
                    Map.entry("après", AFTER),
                    Map.entry("apres", AFTER),
                    Map.entry("near", NEAR),
                    Map.entry("depuis", NEAR));

    /// How the names of files end that `type:` can mean, too.
    static final Set<String> FILES =
            Set.of("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "epub", "txt", "md", "csv");

    private static final Map<String, String> FRENCH =
            Map.ofEntries(
                    Map.entry("fichier", "file"),
                    Map.entry("ouvert", "open"),
                    Map.entry("ouverte", "open"),
                    Map.entry("résolu", "solved"),
                    Map.entry("résolue", "solved"),
                    Map.entry("fermé", "closed"),
                    Map.entry("fermée", "closed"),
                    Map.entry("répondu", "answered"),
                    Map.entry("sans-réponse", "unanswered"),
                    Map.entry("utile", "helped"),
                    Map.entry("non-lu", "unread"),
                    Map.entry("non-lue", "unread"));

    /// The code of what is called so in French; anything else stays as it is.
    static String english(String value) {
        return FRENCH.getOrDefault(value, value);
    }
}
