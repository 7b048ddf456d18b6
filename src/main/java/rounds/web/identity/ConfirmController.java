package rounds.web.identity;

import io.micronaut.http.HttpResponse;
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

import rounds.identity.Accounts;
import rounds.identity.Confirmation;
import rounds.kernel.Viewer;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where the link in a mail leads that confirms an address. Programs that look into mails follow
/// links, so only the button acts.
@Controller("/confirm/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfirmController {
    private final Accounts accounts;
    private final Pages pages;

    ConfirmController(Accounts accounts, Pages pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    /// @param account null: the link leads nowhere any more
    /// @param next the path to which she was on her way when she signed up
    public record ConfirmPage(String token, @Nullable Confirmation account, String next) {}

    @Get
    Page ask(String token, @Nullable @QueryValue String next, Viewer viewer) {
        var page = new ConfirmPage(token, accounts.confirmation(token), ReturnPath.of(next));
        return pages.show(viewer, "identity/confirm", () -> page);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> confirm(String token, Form form, Viewer viewer) {
        accounts.confirm(token);
        String next = ReturnPath.of(form.optional("next"));
        return pages.goTo(
                viewer instanceof Viewer.SignedIn
                        ? next
                        : "/sign-in"
                                + (next.equals("/")
                                        ? ""
                                        : "?next="
                                                + URLEncoder.encode(next, StandardCharsets.UTF_8)),
                "identity.confirmed");
    }
}
