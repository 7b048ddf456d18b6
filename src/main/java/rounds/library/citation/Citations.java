package rounds.library.citation;

import io.micronaut.json.JsonMapper;

import jakarta.inject.Singleton;

import rounds.kernel.ProblemException;

import java.util.List;

/// Gives references to other programs, and takes theirs.
@Singleton
public class Citations {
    /// In characters: a reference with a long abstract and many authors is a tenth of it.
    static final int LONGEST = 50_000;

    private static final String FIELD = "citation";

    private final Csl csl;

    Citations(JsonMapper json) {
        this.csl = new Csl(json);
    }

    public String write(Reference reference, Format format) {
        return switch (format) {
            case BIBTEX -> BibTex.write(reference);
            case RIS -> Ris.write(reference);
            case CSL_JSON -> csl.write(reference);
        };
    }

    /// The one reference in a text, in whichever of the formats it is.
    ///
    /// @throws ProblemException invalid on `citation`, for what is none of them, and for several
    public Reference read(String pasted) {
        String text = pasted.replace("\uFEFF", "").strip();
        if (text.length() > LONGEST) {
            throw ProblemException.invalid(FIELD, "library.citation.too-long", LONGEST);
        }
        List<Reference> found = all(text);
        if (found.size() > 1) {
            throw ProblemException.invalid(FIELD, "library.citation.several", found.size());
        }
        if (found.isEmpty() || found.getFirst().title().isBlank()) {
            throw ProblemException.invalid(FIELD, "library.citation.unreadable");
        }
        return found.getFirst();
    }

    private List<Reference> all(String text) {
        try {
            if (text.startsWith("{") || text.startsWith("[")) {
                return csl.read(text);
            }
            return Ris.begins(text) ? Ris.read(text) : BibTex.read(text);
        } catch (Unreadable _) {
            return List.of();
        }
    }
}
