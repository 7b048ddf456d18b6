package rounds.web.glossary;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.glossary.Glossary;
import rounds.glossary.Term;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// One term: changed, decided about, merged, taken out.
@Controller("/c/{slug}/glossary/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TermController {
    private final Glossary glossary;
    private final Rooms rooms;
    private final Pages pages;

    TermController(Glossary glossary, Rooms rooms, Pages pages) {
        this.glossary = glossary;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get("/edit")
    Page edit(String slug, String id, Viewer viewer) {
        return edit(viewer.signedIn(), slug, Ids.parse(id), HttpStatus.OK, null);
    }

    private Page edit(
            Viewer.SignedIn person,
            String slug,
            long id,
            HttpStatus status,
            @Nullable Filled refused) {
        return rooms.show(
                person,
                slug,
                Capability.CURATE,
                status,
                "glossary/term",
                community -> {
                    Term term = here(person, community, id);
                    return new TermPage(
                            community, term, refused == null ? TermForm.filled(term) : refused);
                });
    }

    private Term here(Viewer viewer, Community community, long id) {
        Term term = glossary.one(viewer, id);
        if (term.communityId() != community.id()) {
            throw ProblemException.notFound();
        }
        return term;
    }

    /// Saves the words and, where that button was pressed, takes the proposal in.
    @Post("/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object save(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long term = Ids.parse(id);
        try {
            Term saved = glossary.edit(person, term, TermForm.words(form), TermForm.revision(form));
            if (form.flag("take")) {
                return pages.goTo(glossary.take(person, term).path(), "glossary.taken");
            }
            return saved.waits()
                    ? pages.goTo(GlossaryPage.path(slug), "glossary.saved")
                    : pages.goTo(saved.path(), "glossary.saved");
        } catch (ProblemException refused) {
            return again(person, slug, term, form, "name", refused);
        }
    }

    private Page again(
            Viewer.SignedIn person,
            String slug,
            long id,
            Form form,
            String field,
            ProblemException refused) {
        return edit(
                person,
                slug,
                id,
                HttpStatus.UNPROCESSABLE_ENTITY,
                TermForm.refused(form, field, refused));
    }

    /// Takes a proposal in, or brings back what was taken out.
    @Post("/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object take(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long term = Ids.parse(id);
        try {
            return pages.goTo(glossary.take(person, term).path(), "glossary.taken");
        } catch (ProblemException refused) {
            return edit(
                    person,
                    slug,
                    term,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    TermForm.refused(fields(person, term), "name", refused));
        }
    }

    @Post("/decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object decline(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long term = Ids.parse(id);
        try {
            glossary.decline(person, term, form.text("reason"));
            return pages.goTo(GlossaryPage.path(slug), "glossary.declined");
        } catch (ProblemException refused) {
            Form filled = fields(person, term).with("reason", form.text("reason"));
            return again(person, slug, term, filled, "reason", refused);
        }
    }

    @Post("/merge")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object merge(String slug, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long term = Ids.parse(id);
        try {
            return pages.goTo(
                    glossary.merge(person, term, form.line("into")).path(), "glossary.merged");
        } catch (ProblemException refused) {
            Form filled = fields(person, term).with("into", form.line("into"));
            return again(person, slug, term, filled, "into", refused);
        }
    }

    /// What stands in the fields of its form.
    private Form fields(Viewer viewer, long id) {
        return TermForm.filled(glossary.one(viewer, id)).form();
    }

    @Post("/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object remove(String slug, String id, Form form, Viewer viewer) {
        glossary.remove(viewer.signedIn(), Ids.parse(id));
        return pages.goTo(GlossaryPage.path(slug), "glossary.removed");
    }

    /// Whoever proposed it takes it back.
    @Post("/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object takeBack(String slug, String id, Form form, Viewer viewer) {
        glossary.takeBack(viewer.signedIn(), Ids.parse(id));
        return pages.goTo(GlossaryPage.path(slug), "glossary.withdrawn");
    }

    @Get("/revisions")
    Page revisions(String slug, String id, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.SEE_REVISIONS,
                "glossary/revisions",
                community -> {
                    Term term = here(viewer, community, Ids.parse(id));
                    return TermRevisionsPage.of(
                            community, term, glossary.revisions(viewer, term.id()));
                });
    }
}
