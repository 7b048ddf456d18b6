package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.web.page.Address;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

import java.net.URI;

/// A resource and its versions, read in the page.
@Controller("/r")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResourceController {
    private final Resources resources;
    private final Library library;
    private final SearchAllowance allowance;
    private final Pages pages;

    ResourceController(
            Resources resources, Library library, SearchAllowance allowance, Pages pages) {
        this.resources = resources;
        this.library = library;
        this.allowance = allowance;
        this.pages = pages;
    }

    /// @param page of the document
    /// @param q words to be found in it
    @Get("/{address}")
    HttpResponse<?> show(
            @PathVariable String address,
            @Nullable @QueryValue Integer page,
            @QueryValue(defaultValue = "") String q,
            Viewer viewer,
            HttpRequest<?> request) {
        var asked = new Address("/r/", address);
        take(q, viewer, request);
        Page shown = resources.show(viewer, asked.id(), null, page, q);
        var view = (ResourceView) shown.page();
        library.used(viewer, asked.id(), false);
        String path = view.resource().path();
        return asked.isOf(path)
                ? HttpResponse.ok(shown)
                : HttpResponse.redirect(Address.with(path, request));
    }

    @Get("/{id}/v/{number}")
    HttpResponse<?> version(
            String id,
            int number,
            @Nullable @QueryValue Integer page,
            @QueryValue(defaultValue = "") String q,
            Viewer viewer,
            HttpRequest<?> request) {
        long resource = new Address("/r/", id).id();
        take(q, viewer, request);
        Page shown;
        try {
            shown = resources.show(viewer, resource, number, page, q);
        } catch (ProblemException none) {
            if (none.problem() instanceof Problem.NotFound
                    && library.hasHad(viewer, resource, number)) {
                return pages.goTo(
                        library.resource(viewer, resource).path(), "library.version.elsewhere");
            }
            throw none;
        }
        var view = (ResourceView) shown.page();
        return view.page().isOther()
                ? HttpResponse.ok(shown)
                : HttpResponse.seeOther(URI.create(view.resource().path()));
    }

    /// Looking through a whole document is a search.
    private void take(String q, Viewer viewer, HttpRequest<?> request) {
        if (!q.isBlank()) {
            allowance.take(viewer, request);
        }
    }
}
