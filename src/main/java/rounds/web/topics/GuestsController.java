package rounds.web.topics;

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

import rounds.community.Capability;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.topics.Guests;
import rounds.web.community.Rooms;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Shows topics to other communities, by consent of both.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class GuestsController {
    private final Guests guests;
    private final GatherDesk desk;
    private final Rooms rooms;
    private final Pages pages;

    GuestsController(Guests guests, GatherDesk desk, Rooms rooms, Pages pages) {
        this.guests = guests;
        this.desk = desk;
        this.rooms = rooms;
        this.pages = pages;
    }

    /// Topics that others show in a community, and those that they offer to it.
    @Get("/c/{slug}/focus/guests")
    Page in(String slug, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "topics/guests",
                community -> new GuestsPage(community, guests.in(viewer, community.id())));
    }

    @Post("/focus/{id}/guests")
    Object offer(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        try {
            guests.offer(person, topic, slug(form.line("community")));
            return pages.goTo(desk.path(person, topic) + "#guests", "gather.guest.offered");
        } catch (ProblemException refused) {
            return desk.again(person, "offer", topic, GatherDesk.About.NOTHING, form, refused);
        }
    }

    /// What is typed, or the last part of a community's address.
    private static String slug(String typed) {
        int at = typed.lastIndexOf("/c/");
        String slug = at < 0 ? typed : typed.substring(at + 3);
        return slug.split("[/?#]", 2)[0].strip();
    }

    @Post("/focus/{id}/guests/acceptance")
    HttpResponse<?> accept(String id, Form form, Viewer viewer) {
        guests.accept(viewer.signedIn(), Ids.parse(id), form.id("community"));
        return pages.goTo(here(form), "gather.guest.accepted");
    }

    /// Declines an offer, takes it back, or shows the topic there no more.
    @Post("/focus/{id}/guests/end")
    HttpResponse<?> end(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long topic = Ids.parse(id);
        boolean fromTopic = form.line("slug").isEmpty();
        String back = fromTopic ? desk.path(person, topic) + "#guests" : here(form);
        guests.end(person, topic, form.id("community"));
        return pages.goTo(back, "gather.guest.ended");
    }

    private static String here(Form form) {
        String slug = form.line("slug");
        return slug.matches("[a-z0-9-]{1,60}") ? "/c/" + slug + "/focus/guests" : "/";
    }
}
