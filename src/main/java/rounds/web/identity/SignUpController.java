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

import rounds.community.Invitations;
import rounds.identity.Accounts;
import rounds.identity.SignUp;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.Signboard;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

import java.time.ZoneId;
import java.util.Map;

/// Getting an account.
@Controller("/sign-up")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignUpController {
    private final Accounts accounts;
    private final Origins origins;
    private final SignedIn signedIn;
    private final Pages pages;
    private final Signboard site;
    private final Invitations invitations;

    SignUpController(
            Accounts accounts,
            Origins origins,
            SignedIn signedIn,
            Pages pages,
            Signboard site,
            Invitations invitations) {
        this.accounts = accounts;
        this.origins = origins;
        this.signedIn = signedIn;
        this.pages = pages;
        this.site = site;
        this.invitations = invitations;
    }

    @Get
    HttpResponse<?> form(@Nullable @QueryValue String next) {
        String path = ReturnPath.of(next);
        // Whoever was invited by mail was written to at the address she will want to use.
        var filled =
                invitations
                        .address(path)
                        .map(address -> Filled.with(Map.of("email", address)))
                        .orElseGet(Filled::empty);
        return show(HttpStatus.OK, new Entry(filled, path));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signUp(Form form, HttpRequest<?> request) {
        String next = ReturnPath.of(form.optional("next"));
        try {
            var grant =
                    accounts.signUp(
                            entered(form), origins.of(request, form.optional("lang")), next);
            return signedIn.as(grant, pages.goTo(next, "identity.sign-up.look-for-mail"));
        } catch (ProblemException refused) {
            return show(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    new Entry(Filled.refused(form, refused), next));
        }
    }

    /// As the browser tells it, without asking her.
    private String zone(@Nullable String told) {
        return told != null && ZoneId.getAvailableZoneIds().contains(told) ? told : site.timeZone();
    }

    private SignUp entered(Form form) {
        return new SignUp(
                form.text("name"),
                form.optional("handle"),
                form.line("email"),
                form.text("password"),
                form.line("profession"),
                zone(form.optional("timeZone")));
    }

    private HttpResponse<?> show(HttpStatus status, Entry entry) {
        return HttpResponse.ok(pages.show(Viewer.VISITOR, status, "identity/sign-up", () -> entry));
    }
}
