package rounds.web.identity;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.identity.Sessions;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

/// Signing in and out.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInController {
    private final Sessions sessions;
    private final Origins origins;
    private final SignedIn signedIn;
    private final Pages pages;

    SignInController(Sessions sessions, Origins origins, SignedIn signedIn, Pages pages) {
        this.sessions = sessions;
        this.origins = origins;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    @Get("/sign-in")
    HttpResponse<?> form(Viewer viewer, @Nullable @QueryValue String next) {
        String path = ReturnPath.of(next);
        return viewer instanceof Viewer.SignedIn person && isOpen(person)
                ? pages.goTo(path)
                : show(viewer, HttpStatus.OK, new Entry(Filled.empty(), path));
    }

    // Somebody whose session ended is not sent round in circles.
    private boolean isOpen(Viewer.SignedIn person) {
        return !sessions.mine(person).isEmpty();
    }

    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(Form form, HttpRequest<?> request) {
        String next = ReturnPath.of(form.optional("next"));
        try {
            var grant =
                    sessions.signIn(
                            form.line("login"),
                            form.text("password"),
                            origins.of(request, form.optional("lang")));
            return signedIn.as(grant, pages.goTo(next));
        } catch (ProblemException refused) {
            var entry = new Entry(Filled.refused(form, refused), next);
            return show(Viewer.VISITOR, HttpStatus.UNPROCESSABLE_ENTITY, entry);
        }
    }

    private HttpResponse<?> show(Viewer viewer, HttpStatus status, Entry entry) {
        return HttpResponse.ok(pages.show(viewer, status, "identity/sign-in", () -> entry));
    }

    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(Form form, Viewer viewer) {
        if (viewer instanceof Viewer.SignedIn person) {
            sessions.signOut(person);
        }
        return signedIn.out(pages.goTo("/", "identity.signed-out"));
    }
}
