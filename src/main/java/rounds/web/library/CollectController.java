package rounds.web.library;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.kernel.Viewer;
import rounds.library.Collecting;
import rounds.library.Library;
import rounds.platform.database.Ids;
import rounds.web.page.Form;
import rounds.web.page.Pages;

import java.util.Arrays;
import java.util.List;

/// Says on a resource's page in which collections it stands.
@Controller("/r/{id}/collections")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectController {
    private final Library library;
    private final Collecting collecting;
    private final Pages pages;

    CollectController(Library library, Collecting collecting, Pages pages) {
        this.library = library;
        this.collecting = collecting;
        this.pages = pages;
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object place(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<Long> offered =
                Arrays.stream(form.line("offered").split(" ", -1))
                        .filter(Ids::isId)
                        .map(Ids::parse)
                        .toList();
        List<Long> wanted = form.all("in").stream().map(Ids::parse).toList();
        collecting.place(person, Ids.parse(id), offered, wanted);
        return pages.goTo(
                library.resource(viewer, Ids.parse(id)).path(), "library.collections.placed");
    }
}
