package rounds.library.citation;

import org.jspecify.annotations.Nullable;

import rounds.library.Details;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.library.ResourcePage;
import rounds.library.Version;
import rounds.library.VersionForm;

import java.time.ZoneOffset;
import java.util.List;

/// What a citation says of a work. What is not known is empty.
///
/// @param journal in which it appeared
/// @param publisher of a work that appeared by itself
/// @param version of a work that is renewed
/// @param doi without the address before it
/// @param pmid its number in PubMed
/// @param url where it can be read
/// @param language ISO 639-1
/// @param outline its abstract
public record Reference(
        Type type,
        String title,
        List<Name> authors,
        String journal,
        String publisher,
        @Nullable Integer year,
        String version,
        String doi,
        String pmid,
        String url,
        String language,
        List<String> keywords,
        String outline) {

    public enum Type {
        ARTICLE,
        REPORT,
        WEBPAGE,
        /// Anything else.
        DOCUMENT
    }

    /// The reference to a version of a resource. What a community has made itself it publishes
    /// itself, version by version; of what comes from elsewhere our numbers say nothing.
    ///
    /// @param site its address, without a slash at its end
    public static Reference of(ResourcePage page, String site) {
        Resource resource = page.resource();
        Details details = resource.details();
        Version shown = page.shown();
        boolean own = own(details, shown);
        return new Reference(
                type(details, shown),
                details.title(),
                details.authors().stream().map(Name::of).toList(),
                details.journal(),
                own ? resource.communityName() : details.source(),
                details.year() == null && own
                        ? Integer.valueOf(shown.madeAt().atOffset(ZoneOffset.UTC).getYear())
                        : details.year(),
                own ? String.valueOf(shown.number()) : "",
                details.doi(),
                details.pmid(),
                shown.url() == null ? site + resource.path() : shown.url(),
                details.language(),
                details.keywords(),
                details.outline());
    }

    private static boolean own(Details details, Version shown) {
        return shown.form() != VersionForm.LINK
                && details.kind() != ResourceKind.ARTICLE
                && details.journal().isEmpty()
                && details.source().isEmpty();
    }

    private static Type type(Details details, Version shown) {
        return switch (details.kind()) {
            case ARTICLE -> Type.ARTICLE;
            case LINK -> shown.form() == VersionForm.LINK ? Type.WEBPAGE : Type.DOCUMENT;
            case GUIDELINE -> Type.REPORT;
            case TOOL, TEMPLATE, PATIENT_HANDOUT, PRESENTATION, RECORDING, MINUTES -> Type.DOCUMENT;
        };
    }

    /// By which it is known in a list of references: small letters and digits only, so that every
    /// format and the name of a file can hold it.
    public String key() {
        String first = authors.isEmpty() ? title : authors.getFirst().family();
        String word = Plain.letters(first.strip().split("\\s+", 2)[0]);
        return (word.isEmpty() ? "reference" : word) + (year == null ? "" : year);
    }
}
