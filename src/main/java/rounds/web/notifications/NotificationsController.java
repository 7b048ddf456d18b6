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

import rounds.forum.Drafts;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Bundle;
import rounds.notifications.Notifications;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.page.Address;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What somebody is told of, and what of it she has read.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class NotificationsController {
    private static final int ROWS = 25;

    private final Notifications notifications;
    private final Drafts drafts;
    private final Pages pages;
    private final Clock clock;

    NotificationsController(Notifications notifications, Drafts drafts, Pages pages, Clock clock) {
        this.notifications = notifications;
        this.drafts = drafts;
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
                () -> {
                    Slice<Bundle> list = notifications.page(person, unread, after, ROWS);
                    return new NotificationsPage(
                            list, unread, answers(person, list.items()), clock.instant());
                });
    }

    /// What waited to be let in was to be an answer: it can be posted now.
    private Map<String, String> answers(Viewer.SignedIn person, List<Bundle> list) {
        List<Bundle> letIn =
                list.stream().filter(bundle -> bundle.said().equals("resource.approved")).toList();
        Map<Long, String> paths =
                drafts.leadingTo(
                        person, letIn.stream().map(NotificationsController::resource).toList());
        var answers = new HashMap<String, String>();
        for (Bundle bundle : letIn) {
            String path = paths.get(resource(bundle));
            if (path != null) {
                answers.put(bundle.key(), path);
            }
        }
        return answers;
    }

    private static long resource(Bundle bundle) {
        return new Address("/r/", bundle.path().substring("/r/".length())).id();
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
