package rounds.web.library;

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

import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Renewing;
import rounds.library.ResourcePage;
import rounds.library.Version;
import rounds.library.VersionState;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// Decides about versions that were proposed; whoever proposed one takes it back here.
@Controller("/r/{id}/v/{number}/decision")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DecisionController {
    private final Library library;
    private final Renewing renewing;
    private final Comparisons comparisons;
    private final Communities communities;
    private final Pages pages;

    DecisionController(
            Library library,
            Renewing renewing,
            Comparisons comparisons,
            Communities communities,
            Pages pages) {
        this.library = library;
        this.renewing = renewing;
        this.comparisons = comparisons;
        this.communities = communities;
        this.pages = pages;
    }

    @Get
    Page look(String id, int number, Viewer viewer) {
        return show(viewer.signedIn(), Ids.parse(id), number, HttpStatus.OK, Filled.empty());
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object decide(String id, int number, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        try {
            return pages.goTo(
                    library.resource(person, resource).path(),
                    decided(person, resource, number, form));
        } catch (ProblemException refused) {
            return show(
                    person,
                    resource,
                    number,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form, refused));
        }
    }

    /// The message that says what was done.
    private String decided(Viewer.SignedIn person, long resource, int number, Form form) {
        return switch (form.line("decision")) {
            case "accept" -> {
                renewing.take(person, resource, version(form), current(form));
                yield "library.version.accepted";
            }
            case "decline" -> {
                renewing.decline(person, resource, version(form), form.text("reason"));
                yield "library.version.declined";
            }
            case "withdraw" -> {
                renewing.withdraw(person, resource, number);
                yield "library.version.withdrawn";
            }
            default -> throw new ProblemException(new Problem.Forbidden("form.stale"));
        };
    }

    /// The one that was looked at.
    private static long version(Form form) {
        return Ids.parse(form.line("version"));
    }

    private static int current(Form form) {
        String given = form.line("current");
        return given.matches("\\d{1,9}") ? Integer.parseInt(given) : 0;
    }

    private Page show(
            Viewer.SignedIn person, long id, int number, HttpStatus status, Filled filled) {
        return pages.show(
                person,
                status,
                "library/decision",
                () -> {
                    ResourcePage page = library.page(person, id, number);
                    Version proposed = page.shown();
                    if (proposed.state() != VersionState.PROPOSED) {
                        throw new ProblemException(
                                new Problem.Conflict("library.decided-meanwhile"));
                    }
                    Version current = library.page(person, id, null).shown();
                    return new DecisionPage(
                            communities.byId(person, page.resource().communityId()),
                            page.resource(),
                            current,
                            proposed,
                            comparisons.between(person, id, current, proposed),
                            proposed.madeBy().id() == person.personId(),
                            filled);
                });
    }
}
