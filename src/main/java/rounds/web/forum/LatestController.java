package rounds.web.forum;

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

import rounds.forum.Discussions;
import rounds.kernel.Viewer;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Discussions across communities: the latest, and those with a tag.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LatestController {
    private static final int ROWS = 25;

    private final Discussions discussions;
    private final Pages pages;

    LatestController(Discussions discussions, Pages pages) {
        this.discussions = discussions;
        this.pages = pages;
    }

    @Get("/latest")
    Page latest(@Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/latest",
                () -> new LatestPage("", discussions.latest(viewer, after, ROWS)));
    }

    @Get("/tags/{tag}")
    Page tagged(String tag, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "forum/latest",
                () -> new LatestPage(tag, discussions.tagged(viewer, tag, after, ROWS)));
    }
}
