package rounds.web.library;

import io.micronaut.http.HttpRequest;
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
import rounds.platform.limits.Limit;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

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
    private final Settled settled;
    private final SearchAllowance allowance;
    private final Pages pages;

    DecisionController(
            Library library,
            Renewing renewing,
            Comparisons comparisons,
            Communities communities,
            Settled settled,
            SearchAllowance allowance,
            Pages pages) {
        this.library = library;
        this.renewing = renewing;
        this.comparisons = comparisons;
        this.communities = communities;
        this.settled = settled;
        this.allowance = allowance;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> look(String id, int number, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        allowance.take(Limit.COMPARE, person, request);
        DecisionPage page;
        Page read;
        try {
            read = read(person, resource, number, HttpStatus.OK, "", Filled.empty());
            page = (DecisionPage) read.page();
        } catch (ProblemException gone) {
            return over(person, resource, number, gone);
        }
        return HttpResponse.ok(read.with(page.with(compared(person, page))));
    }

    /// Whoever comes when it is decided is led to what became of it.
    private HttpResponse<?> over(
            Viewer.SignedIn person, long id, int number, ProblemException problem) {
        boolean decided = problem.problem() instanceof Problem.Conflict;
        if (!decided && !library.hasHad(person, id, number)) {
            throw problem;
        }
        return pages.goTo(
                decided ? "/r/" + Ids.text(id) + "/v/" + number : "/r/" + Ids.text(id),
                decided ? "library.decided-meanwhile" : "library.version.elsewhere");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object decide(String id, int number, Form form, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        try {
            String said = decided(person, resource, number, form);
            return pages.goTo(
                    said.equals("library.version.declined")
                            ? "/r/" + Ids.text(resource) + "/v/" + number
                            : library.resource(person, resource).path(),
                    said);
        } catch (ProblemException refused) {
            return refused.problem() instanceof Problem.Conflict conflict
                    ? again(person, resource, number, conflict.why(), form, request)
                    : show(
                            person,
                            resource,
                            number,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "",
                            Filled.refused(form, refused),
                            request);
        }
    }

    /// It is not as it was looked at: what it is compared with now, or that somebody has decided.
    private Page again(
            Viewer.SignedIn person,
            long id,
            int number,
            String why,
            Form form,
            HttpRequest<?> request) {
        try {
            return show(person, id, number, HttpStatus.CONFLICT, why, Filled.of(form), request);
        } catch (ProblemException _) {
            return settled.show(person, id, why, form.text("reason"));
        }
    }

    /// The message that says what was done.
    private String decided(Viewer.SignedIn person, long resource, int number, Form form) {
        return switch (form.line("decision")) {
            case "accept" -> {
                int taken = renewing.take(person, resource, version(form), current(form));
                yield library.page(person, resource, taken).shown().isHeld()
                        ? "library.version.accepted.held"
                        : "library.version.accepted";
            }
            case "decline" -> {
                renewing.decline(person, resource, version(form), form.text("reason"));
                yield "library.version.declined";
            }
            case "reopen" -> {
                renewing.reopen(person, resource, version(form));
                yield "library.version.reopened";
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
            Viewer.SignedIn person,
            long id,
            int number,
            HttpStatus status,
            String problem,
            Filled filled,
            HttpRequest<?> request) {
        Page read = read(person, id, number, status, problem, filled);
        var page = (DecisionPage) read.page();
        try {
            allowance.take(Limit.COMPARE, person, request);
        } catch (ProblemException _) {
            // What she typed is shown all the same.
            return read;
        }
        return read.with(page.with(compared(person, page)));
    }

    private Comparison compared(Viewer.SignedIn person, DecisionPage page) {
        return comparisons.between(person, page.resource().id(), page.current(), page.proposed());
    }

    private Page read(
            Viewer.SignedIn person,
            long id,
            int number,
            HttpStatus status,
            String problem,
            Filled filled) {
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
                    return new DecisionPage(
                            communities.byId(person, page.resource().communityId()),
                            page.resource(),
                            library.page(person, id, null).shown(),
                            proposed,
                            Comparison.none(Comparison.State.LATER),
                            proposed.madeBy().id() == person.personId(),
                            problem,
                            filled);
                });
    }
}
