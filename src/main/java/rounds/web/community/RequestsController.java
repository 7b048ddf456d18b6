package rounds.web.community;

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

import rounds.community.Admissions;
import rounds.community.Capability;
import rounds.community.Community;
import rounds.community.Request;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Those who ask to be let in, and the answers.
@Controller("/c/{slug}/requests")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RequestsController {
    private final Admissions admissions;
    private final Rooms rooms;
    private final Pages pages;

    RequestsController(Admissions admissions, Rooms rooms, Pages pages) {
        this.admissions = admissions;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get
    Page waiting(Viewer viewer, String slug, @QueryValue @Nullable String after) {
        return rooms.show(
                viewer,
                slug,
                Capability.APPROVE_MEMBERS,
                "community/requests",
                community -> page(viewer, community, after));
    }

    @Post("/{id}/admission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> admit(Viewer viewer, String slug, String id, Form form) {
        admissions.admit(viewer.signedIn(), slug, Ids.parse(id));
        return pages.goTo("/c/" + slug + "/requests", "community.request.admitted");
    }

    @Post("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decline(Viewer viewer, String slug, String id, Form form) {
        admissions.decline(viewer.signedIn(), slug, Ids.parse(id), form.text("reason"));
        return pages.goTo("/c/" + slug + "/requests", "community.request.declined");
    }

    private RequestsPage page(Viewer viewer, Community community, @Nullable String after) {
        Slice<Request> waiting = admissions.waiting(viewer, community, after);
        return new RequestsPage(
                community,
                waiting.items(),
                Entries.next(waiting.next(), community.path() + "/requests"));
    }
}
