package rounds.web.forum;

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

import rounds.community.Capability;
import rounds.community.Members;
import rounds.forum.KeepingUp;
import rounds.forum.Reading;
import rounds.identity.People;
import rounds.identity.Profile;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.community.Rooms;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;

/// Lists with which people keep up.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class KeepingUpController {
    private static final int ROWS = 25;
    private static final int NEWCOMERS = 12;

    private final KeepingUp keepingUp;
    private final Reading reading;
    private final Members members;
    private final People people;
    private final Rooms rooms;
    private final Pages pages;
    private final Clock clock;

    KeepingUpController(
            KeepingUp keepingUp,
            Reading reading,
            Members members,
            People people,
            Rooms rooms,
            Pages pages,
            Clock clock) {
        this.keepingUp = keepingUp;
        this.reading = reading;
        this.members = members;
        this.people = people;
        this.rooms = rooms;
        this.pages = pages;
        this.clock = clock;
    }

    @Get("/followed")
    Page followed(@Nullable @QueryValue String after, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "forum/list",
                () -> new ListPage("followed", null, keepingUp.followed(person, after, ROWS)));
    }

    @Get("/unanswered")
    Page unanswered(@Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/list",
                () -> new ListPage("unanswered", null, keepingUp.unanswered(viewer, after, ROWS)));
    }

    @Get("/c/{slug}/unanswered")
    Page unansweredIn(String slug, @Nullable @QueryValue String after, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "forum/list",
                community ->
                        new ListPage(
                                "unanswered",
                                community,
                                keepingUp.unanswered(viewer, community.id(), after, ROWS)));
    }

    @Get("/helped")
    Page helped(@Nullable @QueryValue String after, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "forum/helped-lately",
                () -> new HelpedLatelyPage(null, keepingUp.helpedLately(person, after, ROWS)));
    }

    @Get("/c/{slug}/helped")
    Page helpedIn(String slug, @Nullable @QueryValue String after, Viewer viewer) {
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "forum/helped-lately",
                community ->
                        new HelpedLatelyPage(
                                community,
                                keepingUp.helpedLately(viewer, community.id(), after, ROWS)));
    }

    @Get("/u/{handle}/contributions")
    Page contributions(String handle, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/contributions",
                () -> {
                    Profile person = people.byHandle(viewer, handle);
                    return new ContributionsPage(
                            person, keepingUp.writtenBy(viewer, person.id(), after, ROWS));
                });
    }

    @Get("/c/{slug}/catch-up")
    Page catchUp(String slug, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return rooms.show(
                person,
                slug,
                Capability.POST,
                "forum/catch-up",
                community -> {
                    Instant since = reading.upToDate(person, community.id());
                    return new CatchUpPage(
                            community,
                            since,
                            keepingUp.since(person, community.id(), since),
                            members.joinedSince(person, community, since, NEWCOMERS),
                            clock.instant());
                });
    }

    @Post("/c/{slug}/catch-up")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object upToDate(String slug, Form form, Viewer viewer) {
        try {
            reading.seeAll(viewer.signedIn(), slug, Instant.parse(form.line("until")));
        } catch (DateTimeException _) {
            throw ProblemException.invalid("form", "form.malformed");
        }
        return pages.goTo("/c/" + slug, "lists.caught-up");
    }
}
