package rounds.web.library;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.CheckedFile;
import rounds.library.FileCheck;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.net.URI;
import java.util.List;

/// What could tell who a patient is in the file of a version: shown in place, and answered.
@Controller("/r/{id}/v/{number}/check")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CheckController {
    private final FileCheck check;
    private final Communities communities;
    private final Pages pages;

    CheckController(FileCheck check, Communities communities, Pages pages) {
        this.check = check;
        this.communities = communities;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> look(String id, int number, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Page page = show(person, Ids.parse(id), number, HttpStatus.OK, "", Filled.empty());
        CheckedFile checked = ((CheckPage) page.page()).checked();
        // Others who read the version learn nothing here, nor does anybody of what was never asked.
        return checked.findings().isEmpty()
                ? HttpResponse.seeOther(URI.create(version(id, number)))
                : HttpResponse.ok(page);
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object answer(String id, int number, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        try {
            boolean done =
                    check.confirm(
                            person,
                            resource,
                            Ids.parse(form.line("version")),
                            which(form),
                            form.text("reason"));
            return done
                    ? pages.goTo("/r/" + id, "library.check.done")
                    : pages.goTo(version(id, number) + "/check");
        } catch (ProblemException refused) {
            return refused.problem() instanceof Problem.Conflict conflict
                    ? show(
                            person,
                            resource,
                            number,
                            HttpStatus.CONFLICT,
                            conflict.why(),
                            Filled.of(form))
                    : show(
                            person,
                            resource,
                            number,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "",
                            Filled.refused(form, refused));
        }
    }

    /// Null: all of them.
    private static @Nullable List<Long> which(Form form) {
        if (form.flag("all")) {
            return null;
        }
        List<Long> ticked = form.all("finding").stream().map(Ids::parse).toList();
        if (ticked.isEmpty()) {
            throw ProblemException.invalid("finding", "library.check.none-ticked");
        }
        return ticked;
    }

    private static String version(String id, int number) {
        return "/r/" + id + "/v/" + number;
    }

    private Page show(
            Viewer.SignedIn person,
            long id,
            int number,
            HttpStatus status,
            String problem,
            Filled filled) {
        return pages.show(
                person,
                status,
                "library/check",
                () -> {
                    CheckedFile checked = check.of(person, id, number);
                    return new CheckPage(
                            communities.byId(person, checked.page().resource().communityId()),
                            checked,
                            problem,
                            filled);
                });
    }
}
