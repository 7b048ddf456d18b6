package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.glossary.Term;
import rounds.platform.database.Ids;

import java.time.LocalDate;
import java.util.List;

/// A word in the glossary of a community.
///
/// @param community the slug of its community
/// @param meaning Markdown
/// @param reason why it was declined
/// @param revision what an edit names in `If-Match`
@Serdeable
record TermJson(
        String id,
        String url,
        String community,
        String state,
        String name,
        String expansion,
        String meaning,
        String language,
        String counterpart,
        List<String> spellings,
        @Nullable LocalDate reviewOn,
        @Nullable String reason,
        int revision) {

    static TermJson of(Term term, String baseUrl) {
        return new TermJson(
                Ids.text(term.id()),
                baseUrl + term.path(),
                term.communitySlug(),
                term.state().code(),
                term.name(),
                term.expansion(),
                term.source(),
                term.language(),
                term.counterpart(),
                term.spellings(),
                term.reviewOn(),
                term.reason().isEmpty() ? null : term.reason(),
                term.revision());
    }
}
