package rounds.web.search;

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

/// How to ask the search, on one page.
@Controller("/search/help")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SearchHelpController {
    private final Pages pages;

    SearchHelpController(Pages pages) {
        this.pages = pages;
    }

    @Get
    Page show(Viewer viewer) {
        return pages.show(viewer, "search/help", SearchHelpPage::new);
    }
}
