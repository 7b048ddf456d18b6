package rounds.web.community;

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

import rounds.community.Admissions;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.community.Directory;
import rounds.community.Founding;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Find a community, or start one.
@Controller("/communities")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DirectoryController {
    private static final String PATH = "/communities";
    private static final int PAGE = 20;

    private final Directory directory;
    private final Communities communities;
    private final Admissions admissions;
    private final Pages pages;

    DirectoryController(
            Directory directory, Communities communities, Admissions admissions, Pages pages) {
        this.directory = directory;
        this.communities = communities;
        this.admissions = admissions;
        this.pages = pages;
    }

    @Get
    Page list(
            Viewer viewer,
            @QueryValue(defaultValue = "") String q,
            @QueryValue(defaultValue = "") String language,
            @QueryValue @Nullable String after) {
        return pages.show(
                viewer,
                "community/directory",
                () -> {
                    Slice<Community> found = directory.page(viewer, q, language, after, PAGE);
                    String next = Entries.next(found.next(), PATH, "q", q, "language", language);
                    return new DirectoryPage(
                            q, language, found.items(), admissions.asked(viewer), next);
                });
    }

    @Get("/new")
    Page start(Viewer viewer) {
        return form(viewer.signedIn(), HttpStatus.OK, Filled.empty());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> found(Viewer viewer, Form form) {
        Viewer.SignedIn founder = viewer.signedIn();
        try {
            Community made = communities.found(founder, founding(form), form.submission());
            return pages.goTo(made.path(), "community.founded");
        } catch (ProblemException refused) {
            return HttpResponse.ok(
                    form(founder, HttpStatus.UNPROCESSABLE_ENTITY, Filled.refused(form, refused)));
        }
    }

    private Page form(Viewer.SignedIn viewer, HttpStatus status, Filled filled) {
        return pages.show(viewer, status, "community/new", () -> new NewCommunityPage(filled));
    }

    private static Founding founding(Form form) {
        return new Founding(
                form.line("name"),
                form.optional("slug"),
                form.text("purpose"),
                form.text("audience"),
                Entries.visibility(form),
                form.all("languages"));
    }
}
