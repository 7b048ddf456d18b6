package rounds.web.forum;

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

import rounds.community.Communities;
import rounds.forum.Discussion;
import rounds.forum.Discussions;
import rounds.forum.Reading;
import rounds.forum.ThreadMap;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where somebody is in a discussion, its map, and the ways on from it.
@Controller("/d/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReadingController {
    private static final int LANDMARKS = 200;

    private final Reading reading;
    private final Discussions discussions;
    private final Communities communities;
    private final Pages pages;

    ReadingController(
            Reading reading, Discussions discussions, Communities communities, Pages pages) {
        this.reading = reading;
        this.discussions = discussions;
        this.communities = communities;
        this.pages = pages;
    }

    /// She has seen these posts, or wants those from one on to be unread. A script tells so while
    /// she reads and expects no page; a button does, and goes on.
    @Post("/place")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> move(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        if (form.flag("unreadFrom")) {
            reading.unreadFrom(person, Ids.parse(id), Numbers.of(form.line("unreadFrom")));
        } else {
            reading.see(person, Ids.parse(id), numbers(form.line("seen")));
        }
        return form.flag("next")
                ? pages.goTo(
                        ReturnPath.of(form.optional("next")),
                        form.flag("unreadFrom") ? "reading.unread-again" : "reading.read")
                : HttpResponse.noContent();
    }

    private static List<Integer> numbers(String line) {
        return line.isEmpty()
                ? List.of()
                : Arrays.stream(line.split("[ ,]+")).map(Numbers::of).toList();
    }

    @Get("/map")
    Page map(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/map",
                () -> {
                    ThreadMap map = reading.map(viewer, Ids.parse(id), after, LANDMARKS);
                    return new MapPage(
                            communities.byId(viewer, map.discussion().communityId()), map);
                });
    }

    @Get("/related")
    Page related(String id, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/related",
                () -> {
                    Discussion discussion = discussions.discussion(viewer, Ids.parse(id));
                    return new RelatedPage(
                            communities.byId(viewer, discussion.communityId()),
                            discussion,
                            reading.related(viewer, discussion.id()));
                });
    }

    @Get("/older")
    HttpResponse<?> older(String id, Viewer viewer) {
        return onward(viewer, id, reading.older(viewer, Ids.parse(id)));
    }

    @Get("/newer")
    HttpResponse<?> newer(String id, Viewer viewer) {
        return onward(viewer, id, reading.newer(viewer, Ids.parse(id)));
    }

    // At either end there is the list.
    private HttpResponse<?> onward(Viewer viewer, String id, Optional<String> path) {
        return pages.goTo(
                path.orElseGet(() ->
                        "/c/"
                                + discussions.discussion(viewer, Ids.parse(id)).communitySlug()
                                + "/discussions"));
    }
}
