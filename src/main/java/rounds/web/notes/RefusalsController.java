package rounds.web.notes;

import io.micronaut.http.HttpResponse;
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

import rounds.community.Refusals;
import rounds.kernel.Viewer;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// From whom one takes notes: nobody, or not from some.
@Controller("/settings/notes")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RefusalsController {
    private final Refusals refusals;
    private final Pages pages;

    RefusalsController(Refusals refusals, Pages pages) {
        this.refusals = refusals;
        this.pages = pages;
    }

    @Get
    Page show(Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "notes/refusals",
                () -> new RefusalsPage(refusals.receives(person), refusals.all(person)));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> receive(Form form, Viewer viewer) {
        refusals.receive(viewer.signedIn(), form.line("receives").equals("yes"));
        return pages.goTo("/settings/notes", "identity.settings.saved");
    }

    @Post("/refusals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> refuse(Form form, Viewer viewer) {
        if (form.line("refused").equals("yes")) {
            refusals.refuse(viewer.signedIn(), form.line("handle"));
            return pages.goTo("/settings/notes", "notes.refused");
        }
        refusals.accept(viewer.signedIn(), form.line("handle"));
        return pages.goTo("/settings/notes", "notes.accepted");
    }
}
