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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.identity.Accounts;
import rounds.identity.People;
import rounds.identity.Self;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

/// What lets a person in: her password and her address.
@Controller("/settings")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PasswordController {
    private final Accounts accounts;
    private final People people;
    private final Origins origins;
    private final SignedIn signedIn;
    private final Pages pages;

    PasswordController(
            Accounts accounts, People people, Origins origins, SignedIn signedIn, Pages pages) {
        this.accounts = accounts;
        this.people = people;
        this.origins = origins;
        this.signedIn = signedIn;
        this.pages = pages;
    }

    public record AccountPage(Self self, Filled filled) {}

    @Get("/password")
    HttpResponse<?> password(Viewer viewer) {
        return show(viewer.signedIn(), HttpStatus.OK, "identity/password", Filled.empty());
    }

    @Post("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changePassword(Form form, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            String token =
                    accounts.changePassword(
                            person,
                            form.text("current"),
                            form.text("password"),
                            origins.of(request, form.optional("lang")));
            return signedIn.on(token, pages.goTo("/settings", "identity.password-changed"));
        } catch (ProblemException refused) {
            return show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "identity/password",
                    Filled.refused(form, refused));
        }
    }

    @Get("/address")
    HttpResponse<?> address(Viewer viewer) {
        return show(viewer.signedIn(), HttpStatus.OK, "identity/address", Filled.empty());
    }

    @Post("/address")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changeAddress(Form form, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            accounts.askAddress(
                    person,
                    form.line("email"),
                    form.text("current"),
                    origins.of(request, form.optional("lang")));
            return pages.goTo("/settings/address", "identity.address.look-for-mail");
        } catch (ProblemException refused) {
            return show(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "identity/address",
                    Filled.refused(form, refused));
        }
    }

    @Post("/address/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirmAgain(Form form, Viewer viewer, HttpRequest<?> request) {
        accounts.askConfirmation(
                viewer.signedIn(),
                origins.of(request, form.optional("lang")),
                ReturnPath.of(form.optional("next")));
        return pages.goTo("/settings/address", "identity.address.look-for-mail");
    }

    private HttpResponse<?> show(
            Viewer.SignedIn viewer, HttpStatus status, String template, Filled filled) {
        return HttpResponse.ok(
                pages.show(
                        viewer,
                        status,
                        template,
                        () -> new AccountPage(people.self(viewer), filled)));
    }
}
