package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Notifications;
import rounds.web.Signboard;

import java.time.Instant;

/// What the program's person is told of.
@Controller("/api/v1/notifications")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class NotificationsApi {
    private final Notifications notifications;
    private final Signboard site;

    NotificationsApi(Notifications notifications, Signboard site) {
        this.notifications = notifications;
        this.site = site;
    }

    @Get
    HttpResponse<Listed<NotificationJson>> list(
            @QueryValue(defaultValue = "false") boolean unread,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page = notifications.page(viewer.signedIn(), unread, after, Listed.limit(limit));
        return Listed.answer(
                Listed.of(page, bundle -> NotificationJson.of(bundle, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// One bundle, or everything until a moment.
    @Post("/read")
    HttpResponse<?> read(@Body Read body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        if (body.bundle() != null) {
            notifications.read(person, body.bundle());
        } else if (body.until() != null) {
            notifications.readAll(person, body.until());
        } else {
            throw ProblemException.invalid("bundle", "api.missing");
        }
        return HttpResponse.noContent();
    }

    @Serdeable
    record Read(@Nullable String bundle, @Nullable Instant until) {}
}
