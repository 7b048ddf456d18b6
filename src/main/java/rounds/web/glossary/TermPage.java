package rounds.web.glossary;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.glossary.Term;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;

/// The form of a term.
///
/// @param term absent for a new one
public record TermPage(Community community, @Nullable Term term, Filled filled) {

    public String path() {
        return GlossaryPage.path(community.slug());
    }

    /// Where the form is sent.
    public String action() {
        return term == null ? path() : path() + "/" + Ids.text(term.id()) + "/edit";
    }

    public boolean curates() {
        return community.may().contains("curate");
    }
}
