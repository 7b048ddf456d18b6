package rounds.search;

import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/// What kinds are called where French is written, with or without their accents.
final class FrenchKinds {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private static final Map<String, String> CODES =
            Map.ofEntries(
                    Map.entry("defi", "challenge"),
                    Map.entry("reussite", "success"),
                    Map.entry("annonce", "announcement"),
                    Map.entry("demande", "request"),
                    Map.entry("guide", "guideline"),
                    Map.entry("outil", "tool"),
                    Map.entry("modele", "template"),
                    Map.entry("feuillet", "patient_handout"),
                    Map.entry("enregistrement", "recording"),
                    Map.entry("compte rendu", "minutes"),
                    Map.entry("lien", "link"));

    private FrenchKinds() {}

    /// The code of the kind that is called so; what is no French name stays as it is.
    static String code(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return CODES.getOrDefault(plain, name);
    }
}
