package rounds.web.admin;

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

import rounds.cases.CaseRerendering;
import rounds.forum.Rerendering;
import rounds.identity.People;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.changes.ChangeLog;
import rounds.platform.changes.Failures;
import rounds.platform.database.Examination;
import rounds.platform.mail.Mails;
import rounds.platform.settings.Settings;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// How the site is, for its keepers; to everybody else there is nothing here.
@Controller("/admin")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AdminController {
    private final People people;
    private final Examination examination;
    private final ChangeLog log;
    private final Failures failures;
    private final Mails mails;
    private final Rerendering rerendering;
    private final CaseRerendering stories;
    private final Pages pages;
    private final boolean kept;

    AdminController(
            People people,
            Examination examination,
            ChangeLog log,
            Failures failures,
            Mails mails,
            Rerendering rerendering,
            CaseRerendering stories,
            Pages pages,
            Settings settings) {
        this.people = people;
        this.examination = examination;
        this.log = log;
        this.failures = failures;
        this.mails = mails;
        this.rerendering = rerendering;
        this.stories = stories;
        this.pages = pages;
        this.kept = settings.smtp() == null;
    }

    @Get
    Page look(Viewer viewer) {
        people.requireAdmin(viewer);
        var page =
                new AdminPage(
                        examination.vitals(),
                        log.followings(),
                        mails.waiting(),
                        kept,
                        rerendering.waiting() + stories.waiting(),
                        failures.newest(),
                        failures.count());
        return pages.show(viewer, "admin/home", () -> page);
    }

    /// Without a change named: all that the page shows.
    @Post("/changes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> tryAgain(Form form, Viewer viewer) {
        people.requireAdmin(viewer);
        String change = form.line("change");
        int said =
                change.isEmpty()
                        ? failures.tryAllAgain()
                        : failures.tryAgain(form.line("consumer"), number(change));
        return pages.goTo("/admin", said == 0 ? "admin.again.gone" : "admin.again.done");
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw ProblemException.notFound();
        }
    }
}
