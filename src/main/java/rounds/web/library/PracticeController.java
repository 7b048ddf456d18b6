package rounds.web.library;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.forum.Discussions;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.InPractice;
import rounds.library.Library;
import rounds.library.Resource;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Optional;

/// What becomes of a resource: people say that they used it, and talk about it.
@Controller("/r/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PracticeController {
    private static final int ROWS = 25;

    private final Library library;
    private final InPractice inPractice;
    private final Discussions discussions;
    private final Communities communities;
    private final Resources resources;
    private final Pages pages;

    PracticeController(
            Library library,
            InPractice inPractice,
            Discussions discussions,
            Communities communities,
            Resources resources,
            Pages pages) {
        this.library = library;
        this.inPractice = inPractice;
        this.discussions = discussions;
        this.communities = communities;
        this.resources = resources;
        this.pages = pages;
    }

    @Post("/practice")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object say(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        Optional<Filled> asked = Identified.ask(form, () -> asks(person, resource));
        if (asked.isPresent()) {
            return resources.practiceAgain(person, HttpStatus.OK, resource, asked.get());
        }
        try {
            inPractice.say(person, resource, form.line("note"));
            return back(person, resource, "library.practice.said");
        } catch (ProblemException refused) {
            return resources.practiceAgain(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    resource,
                    Filled.refused(form, refused));
        }
    }

    private boolean asks(Viewer.SignedIn person, long resource) {
        long community = library.resource(person, resource).communityId();
        return communities.byId(person, community).asksIdentifiers();
    }

    @Post("/practice/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> takeBack(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        inPractice.takeBack(person, resource);
        return back(person, resource, "library.practice.taken-back");
    }

    private HttpResponse<?> back(Viewer.SignedIn person, long id, String message) {
        return pages.goTo(library.resource(person, id).path() + "#practice", message);
    }

    @Get("/discussions")
    Page discussed(String id, @Nullable @QueryValue String after, Viewer viewer) {
        return pages.show(
                viewer,
                "library/discussed",
                () -> {
                    Resource resource = library.resource(viewer, Ids.parse(id));
                    return new DiscussedPage(
                            communities.byId(viewer, resource.communityId()),
                            resource,
                            discussions.leadingTo(
                                    viewer,
                                    new ContentRef(ContentType.RESOURCE, resource.id()),
                                    after,
                                    ROWS));
                });
    }
}
