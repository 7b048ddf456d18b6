package rounds.web.community;

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

import rounds.community.Admissions;
import rounds.community.Capability;
import rounds.community.Community;
import rounds.community.Members;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// The way into a community and out of it.
@Controller("/c/{slug}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DoorController {
    private final Admissions admissions;
    private final Members members;
    private final Rooms rooms;
    private final Pages pages;

    DoorController(Admissions admissions, Members members, Rooms rooms, Pages pages) {
        this.admissions = admissions;
        this.members = members;
        this.rooms = rooms;
        this.pages = pages;
    }

    @Get("/join")
    Page door(Viewer viewer, String slug) {
        return rooms.door(viewer.signedIn(), slug, HttpStatus.OK, Filled.empty());
    }

    @Post("/join")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> join(Viewer viewer, String slug, Form form) {
        Community joined = admissions.join(viewer.signedIn(), slug);
        return pages.goTo(joined.path(), "community.joined");
    }

    @Post("/requests")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> ask(Viewer viewer, String slug, Form form) {
        try {
            admissions.ask(viewer.signedIn(), slug, form.text("message"));
            return pages.goTo("/c/" + slug + "/join", "community.asked");
        } catch (ProblemException refused) {
            return HttpResponse.ok(
                    rooms.door(
                            viewer,
                            slug,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            Filled.refused(form, refused)));
        }
    }

    @Post("/requests/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> withdraw(Viewer viewer, String slug, Form form) {
        admissions.withdraw(viewer.signedIn(), slug);
        return pages.goTo("/c/" + slug + "/join", "community.withdrawn");
    }

    @Get("/leave")
    Page leaving(Viewer viewer, String slug) {
        return rooms.show(
                viewer.signedIn(), slug, Capability.LEAVE, "community/leave", LeavePage::new);
    }

    @Post("/leave")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> leave(Viewer viewer, String slug, Form form) {
        members.leave(viewer.signedIn(), slug);
        return pages.goTo("/communities", "community.left");
    }
}
