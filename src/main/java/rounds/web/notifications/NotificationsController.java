package rounds.web.notifications;

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

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Notifications;
import rounds.platform.database.Ids;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/// What somebody is told of, and what of it she has read.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class NotificationsController {
    private static final int ROWS = 25;

    private final Notifications notifications;
    private final Pages pages;
    private final Clock clock;

    NotificationsController(Notifications notifications, Pages pages, Clock clock) {
        this.notifications = notifications;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/notifications")
    Page list(
            @Nullable @QueryValue String show, @Nullable @QueryValue String after, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        boolean unread = "unread".equals(show);
        return pages.show(
                person,
                "notifications/list",
                () ->
                        new NotificationsPage(
                                notifications.page(person, unread, after, ROWS),
                                unread,
                                clock.instant()));
    }

    /// One bundle, or all that was there at that moment.
    @Post("/notifications/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object read(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        String bundle = form.optional("bundle");
        if (bundle == null) {
            notifications.readAll(person, until(form.line("until")));
        } else {
            notifications.read(person, bundle);
        }
        return pages.goTo(
                form.line("show").equals("unread")
                        ? "/notifications?show=unread"
                        : "/notifications");
    }

    /// What a page of a discussion had on it.
    @Post("/d/{id}/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object seen(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<Long> contents =
                Arrays.stream(form.line("posts").split(","))
                        .filter(Ids::isId)
                        .map(Ids::parse)
                        .toList();
        notifications.seen(person, Ids.parse(id), contents);
        return pages.goTo("/d/" + id);
    }

    private Instant until(String text) {
        try {
            return text.isEmpty() ? clock.instant() : Instant.parse(text);
        } catch (DateTimeException _) {
            throw ProblemException.invalid("form", "form.malformed");
        }
    }
}
