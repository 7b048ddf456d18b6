package rounds.web.identity;

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

import rounds.identity.OwnSession;
import rounds.identity.Sessions;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// Where somebody is signed in, and how to end that.
@Controller("/settings/sessions")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SessionsController {
    private final Sessions sessions;
    private final SignedIn signedIn;
    private final Pages pages;

    SessionsController(Sessions sessions, SignedIn signedIn, Pages pages) {
        this.sessions = sessions;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    public record SessionsPage(List<OwnSession> sessions) {}

    @Get
    Page list(Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person, "identity/sessions", () -> new SessionsPage(sessions.mine(person)));
    }

    @Post("/{id}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(String id, Form form, Viewer viewer) {
        sessions.end(viewer.signedIn(), Ids.parse(id));
        return pages.goTo("/settings/sessions", "identity.sessions.ended");
    }

    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> endAll(Form form, Viewer viewer) {
        sessions.signOutEverywhere(viewer.signedIn());
        return signedIn.out(pages.goTo("/sign-in", "identity.sessions.all-ended"));
    }
}
