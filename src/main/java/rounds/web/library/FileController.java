package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import rounds.library.Library;
import rounds.library.ResourceFile;
import rounds.web.page.Address;

import java.io.IOException;

/// The files of resources.
@Controller("/r/{id}/v/{number}/file")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class FileController {
    private final Library library;
    private final Files files;

    FileController(Library library, Files files) {
        this.library = library;
        this.files = files;
    }

    /// @param take anything: to be kept by its reader, and not shown
    @Get
    HttpResponse<?> file(
            String id,
            int number,
            @Nullable @QueryValue String take,
            HttpRequest<?> request,
            Viewer viewer)
            throws IOException {
        long resource = new Address("/r/", id).id();
        ResourceFile file = library.file(viewer, resource, number);
        if (take != null) {
            library.used(viewer, resource, true);
        }
        return files.answer(file, take != null, request);
    }
}
