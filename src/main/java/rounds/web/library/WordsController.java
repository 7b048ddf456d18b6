package rounds.web.library;

import io.micronaut.http.HttpRequest;
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
import rounds.library.DeclinedWords;
import rounds.library.Library;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.library.ResourcePage;
import rounds.library.Rewording;
import rounds.platform.database.Ids;
import rounds.platform.limits.Limit;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.search.SearchAllowance;

import java.util.List;

/// What the owner of a resource wants to be said of it: curators take it or not, she takes it back.
@Controller("/r/{id}/words")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WordsController {
    private final Library library;
    private final Rewording rewording;
    private final Communities communities;
    private final Settled settled;
    private final SearchAllowance allowance;
    private final Pages pages;

    WordsController(
            Library library,
            Rewording rewording,
            Communities communities,
            Settled settled,
            SearchAllowance allowance,
            Pages pages) {
        this.library = library;
        this.rewording = rewording;
        this.communities = communities;
        this.settled = settled;
        this.allowance = allowance;
        this.pages = pages;
    }

    @Get
    Object compare(String id, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(Limit.COMPARE, person, request);
        long resource = Ids.parse(id);
        try {
            return compared(read(person, resource, HttpStatus.OK, "", Filled.empty()));
        } catch (ProblemException gone) {
            if (!(gone.problem() instanceof Problem.NotFound)) {
                throw gone;
            }
            Resource one = library.resource(person, resource);
            boolean hers = one.may().curate() || one.sharedBy().id() == person.personId();
            if (!hers) {
                throw gone;
            }
            return settled.show(person, resource, "library.words.decided", "");
        }
    }

    /// Words of the viewer's that were not taken.
    @Get("/{words}")
    Page declined(String id, String words, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        allowance.take(Limit.COMPARE, person, request);
        long resource = Ids.parse(id);
        Page read =
                pages.show(
                        person,
                        "library/declined",
                        () -> {
                            DeclinedWords declined =
                                    rewording.declined(person, resource, Ids.parse(words));
                            Resource now = library.resource(person, resource);
                            return new DeclinedWordsPage(
                                    communities.byId(person, now.communityId()),
                                    now,
                                    declined,
                                    List.of());
                        });
        var page = (DeclinedWordsPage) read.page();
        return read.with(
                page.with(
                        Rewritten.between(
                                page.resource().details(), page.declined().words().details())));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object decide(String id, Form form, Viewer viewer, HttpRequest<?> request) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        try {
            String done = form.line("decision");
            switch (done) {
                case "take" ->
                        rewording.take(
                                person, resource, words(form), DescribeController.revision(form));
                case "decline" ->
                        rewording.decline(person, resource, words(form), form.text("reason"));
                case "withdraw" -> rewording.withdraw(person, resource, words(form));
                default -> throw new ProblemException(new Problem.Forbidden("form.stale"));
            }
            return pages.goTo(
                    library.resource(person, resource).path(), "library.words.done." + done);
        } catch (ProblemException refused) {
            return refused.problem() instanceof Problem.Conflict conflict
                    ? again(person, resource, conflict.why(), form, request)
                    : show(
                            person,
                            resource,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "",
                            Filled.refused(form, refused),
                            request);
        }
    }

    /// They are not as they were looked at: what they are now, or that somebody has decided.
    private Page again(
            Viewer.SignedIn person, long id, String why, Form form, HttpRequest<?> request) {
        try {
            return show(person, id, HttpStatus.CONFLICT, why, Filled.of(form), request);
        } catch (ProblemException _) {
            return settled.show(person, id, why, form.text("reason"));
        }
    }

    private static long words(Form form) {
        return Ids.parse(form.line("words"));
    }

    private Page show(
            Viewer.SignedIn person,
            long id,
            HttpStatus status,
            String problem,
            Filled filled,
            HttpRequest<?> request) {
        Page read = read(person, id, status, problem, filled);
        try {
            allowance.take(Limit.COMPARE, person, request);
        } catch (ProblemException _) {
            // What she typed is shown all the same.
            return read;
        }
        return compared(read);
    }

    private static Page compared(Page read) {
        var page = (WordsPage) read.page();
        return read.with(
                page.with(Rewritten.between(page.resource().details(), page.words().details())));
    }

    private Page read(
            Viewer.SignedIn person, long id, HttpStatus status, String problem, Filled filled) {
        return pages.show(
                person,
                status,
                "library/words",
                () -> {
                    ResourcePage page = library.page(person, id, null);
                    ProposedWords words = page.words();
                    if (words == null) {
                        throw ProblemException.notFound();
                    }
                    return new WordsPage(
                            communities.byId(person, page.resource().communityId()),
                            page.resource(),
                            words,
                            null,
                            words.by().id() == person.personId(),
                            problem,
                            filled);
                });
    }
}
