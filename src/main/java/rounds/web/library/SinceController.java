package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.community.Communities;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.DeclinedWords;
import rounds.library.Library;
import rounds.library.ResourcePage;
import rounds.library.Rewording;
import rounds.platform.database.Ids;
import rounds.platform.limits.Limit;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

import java.util.List;

/// What has changed in a resource since it was not let in, or hidden: for moderators, before they
/// decide anew, and for whoever shared it.
@Controller("/r/{id}/since")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SinceController {
    private final Library library;
    private final Rewording rewording;
    private final Communities communities;
    private final SearchAllowance allowance;
    private final Pages pages;

    SinceController(
            Library library,
            Rewording rewording,
            Communities communities,
            SearchAllowance allowance,
            Pages pages) {
        this.library = library;
        this.rewording = rewording;
        this.communities = communities;
        this.allowance = allowance;
        this.pages = pages;
    }

    @Get
    Page show(String id, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(Limit.COMPARE, person, request);
        long resource = Ids.parse(id);
        Page read =
                pages.show(
                        person,
                        "library/since",
                        () -> {
                            ResourcePage page = library.page(person, resource, null);
                            DeclinedWords before =
                                    rewording
                                            .before(person, resource)
                                            .orElseThrow(ProblemException::notFound);
                            return new SincePage(
                                    communities.byId(person, page.resource().communityId()),
                                    page.resource(),
                                    before,
                                    page.fate(),
                                    page.asked(),
                                    List.of());
                        });
        var page = (SincePage) read.page();
        return read.with(
                page.with(
                        Rewritten.between(
                                page.before().words().details(), page.resource().details())));
    }
}
