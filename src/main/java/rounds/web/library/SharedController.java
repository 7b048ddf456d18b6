package rounds.web.library;

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

import rounds.kernel.Viewer;
import rounds.library.Shelves;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// What I shared, in all my communities: what waits, what others read, and what they do not.
@Controller("/shared")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SharedController {
    private static final int ROWS = 25;

    private final Shelves shelves;
    private final Pages pages;

    SharedController(Shelves shelves, Pages pages) {
        this.shelves = shelves;
        this.pages = pages;
    }

    @Get
    Page list(@Nullable @QueryValue String after, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person, "library/shared", () -> new SharedPage(shelves.mine(person, after, ROWS)));
    }
}
