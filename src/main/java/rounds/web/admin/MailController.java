package rounds.web.admin;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.identity.People;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.mail.Mail;
import rounds.platform.mail.Mails;
import rounds.platform.settings.Settings;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// The outbox, for keepers of the site. Without a mail server it is how mails are read at all; with
/// one, their words are not shown, since they may hold links that open accounts.
@Controller("/admin/mail")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MailController {
    private final Mails mails;
    private final People people;
    private final Pages pages;
    private final boolean kept;

    MailController(Mails mails, People people, Pages pages, Settings settings) {
        this.mails = mails;
        this.people = people;
        this.pages = pages;
        this.kept = settings.smtp() == null;
    }

    /// @param kept whether mails stay here, for want of a mail server
    /// @param next the address of older ones, or null
    public record MailPage(List<Mail> mails, boolean kept, @Nullable String next) {}

    @Get
    Page list(Viewer viewer, @Nullable @QueryValue String before) {
        people.requireAdmin(viewer);
        List<Mail> newest = mails.outbox(before == null ? null : Ids.parse(before));
        String next =
                newest.size() < Mails.PAGE
                        ? null
                        : "/admin/mail?before=" + Ids.text(newest.getLast().id());
        var page = new MailPage(newest, kept, next);
        return pages.show(viewer, "admin/mail", () -> page);
    }
}
