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

import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.web.page.Address;
import rounds.web.page.Page;

import java.net.URI;

/// A resource and its versions, read in the page.
@Controller("/r")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResourceController {
    private final Resources resources;
    private final Library library;

    ResourceController(Resources resources, Library library) {
        this.resources = resources;
        this.library = library;
    }

    /// @param page of the document
    @Get("/{address}")
    HttpResponse<?> show(
            @PathVariable String address,
            @Nullable @QueryValue Integer page,
            Viewer viewer,
            HttpRequest<?> request) {
        var asked = new Address("/r/", address);
        Page shown = resources.show(viewer, asked.id(), null, page);
        var view = (ResourceView) shown.page();
        library.used(viewer, asked.id(), false);
        String path = view.resource().path();
        return asked.isOf(path)
                ? HttpResponse.ok(shown)
                : HttpResponse.redirect(Address.with(path, request));
    }

    @Get("/{id}/v/{number}")
    HttpResponse<?> version(
            String id, int number, @Nullable @QueryValue Integer page, Viewer viewer) {
        long resource = new Address("/r/", id).id();
        Page shown = resources.show(viewer, resource, number, page);
        var view = (ResourceView) shown.page();
        return view.page().isOther()
                ? HttpResponse.ok(shown)
                : HttpResponse.seeOther(URI.create(view.resource().path()));
    }
}
