package rounds.web.about;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.Viewer;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Pages that explain the site: privacy, accessibility, help.
@Controller("/about")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AboutController {
    private final Pages pages;

    AboutController(Pages pages) {
        this.pages = pages;
    }

    @Get("/{name}")
    Page show(String name, Viewer viewer) {
        return pages.show(viewer, "about/page", () -> AboutPage.of(name));
    }
}
