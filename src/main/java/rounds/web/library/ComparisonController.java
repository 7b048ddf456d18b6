package rounds.web.library;

import io.micronaut.http.HttpRequest;
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

import rounds.community.Communities;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.ResourcePage;
import rounds.library.Version;
import rounds.platform.limits.Limit;
import rounds.web.page.Address;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

/// What changed in the text between two versions of a resource.
@Controller("/r/{id}/changes")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ComparisonController {
    private final Library library;
    private final Comparisons comparisons;
    private final Communities communities;
    private final SearchAllowance allowance;
    private final Pages pages;

    ComparisonController(
            Library library,
            Comparisons comparisons,
            Communities communities,
            SearchAllowance allowance,
            Pages pages) {
        this.library = library;
        this.comparisons = comparisons;
        this.communities = communities;
        this.allowance = allowance;
        this.pages = pages;
    }

    /// @param from a version; absent: the one before `to`
    /// @param to a version; absent: the one that is read
    @Get
    Page show(
            String id,
            @Nullable @QueryValue Integer from,
            @Nullable @QueryValue Integer to,
            Viewer viewer,
            HttpRequest<?> request) {
        long resource = new Address("/r/", id).id();
        allowance.take(Limit.COMPARE, viewer, request);
        Page read =
                pages.show(
                        viewer,
                        "library/changes",
                        () -> {
                            ResourcePage after = library.page(viewer, resource, to);
                            int earlier = from == null ? before(after) : from;
                            Version before = library.page(viewer, resource, earlier).shown();
                            return new ComparisonPage(
                                    communities.byId(viewer, after.resource().communityId()),
                                    after,
                                    before,
                                    Comparison.none(Comparison.State.LATER));
                        });
        var page = (ComparisonPage) read.page();
        return read.with(
                page.with(
                        comparisons.between(
                                viewer, resource, page.before(), page.after().shown())));
    }

    private static int before(ResourcePage after) {
        return after.versions().stream()
                .mapToInt(Version::number)
                .filter(number -> number < after.shown().number())
                .max()
                .orElseThrow(ProblemException::notFound);
    }
}
