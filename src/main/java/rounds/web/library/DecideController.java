package rounds.web.library;

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
import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.library.Deciding;
import rounds.library.Library;
import rounds.library.Resource;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Map;

/// Reports a resource, and decides what becomes of it; each act has a page on which its reason is
/// asked.
@Controller("/r/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DecideController {
    private static final String ACTS =
            "report|delete|hide|restore|admit|decline|reopen|keep|again|ask";

    private final Library library;
    private final Deciding deciding;
    private final Communities communities;
    private final Settled settled;
    private final Pages pages;

    DecideController(
            Library library,
            Deciding deciding,
            Communities communities,
            Settled settled,
            Pages pages) {
        this.library = library;
        this.deciding = deciding;
        this.communities = communities;
        this.settled = settled;
        this.pages = pages;
    }

    @Get("/{act:" + ACTS + "}")
    Page ask(String id, String act, @Nullable @QueryValue String revision, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long resource = Ids.parse(id);
        try {
            return show(
                    person,
                    resource,
                    act,
                    HttpStatus.OK,
                    revision == null ? Filled.empty() : Filled.with(Map.of("revision", revision)));
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return settled.show(person, resource, conflict.why(), "");
            }
            throw refused;
        }
    }

    @Post("/{act:" + ACTS + "}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object perform(String id, String act, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Resource resource = library.resource(person, Ids.parse(id));
        try {
            String said = perform(person, resource, act, form);
            return pages.goTo(
                    switch (act) {
                        case "keep", "admit" -> "/c/" + resource.communitySlug() + "/moderation";
                        case "report" ->
                                said.equals("library.reported.hidden")
                                        ? "/c/" + resource.communitySlug() + "/library"
                                        : resource.path();
                        case "delete" -> "/c/" + resource.communitySlug() + "/library";
                        default -> resource.path();
                    },
                    said);
        } catch (ProblemException refused) {
            if (refused.problem() instanceof Problem.Conflict conflict) {
                return settled.show(
                        person,
                        resource.id(),
                        conflict.why(),
                        form.text("reason") + form.text("note"));
            }
            return show(
                    person,
                    resource.id(),
                    act,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form, refused));
        }
    }

    /// The message that says what was done.
    private String perform(Viewer.SignedIn person, Resource resource, String act, Form form) {
        long id = resource.id();
        String words = form.text("reason");
        switch (act) {
            case "report" -> {
                boolean hidden =
                        deciding.report(
                                person, id, Reason.of(form.line("kind")), form.text("note"));
                return hidden ? "library.reported.hidden" : "library.reported";
            }
            case "delete" -> deciding.delete(person, id, words);
            case "hide" -> deciding.hide(person, id, words);
            case "decline" -> deciding.decline(person, id, words);
            case "reopen" -> deciding.reopen(person, id);
            case "keep" -> deciding.keep(person, id, words);
            case "admit" -> deciding.admit(person, id, DescribeController.revision(form), words);
            case "again", "ask" ->
                    deciding.ask(person, id, DescribeController.revision(form), words);
            default -> deciding.restore(person, id, DescribeController.revision(form), words);
        }
        return "library.done." + act;
    }

    private Page show(
            Viewer.SignedIn person, long id, String act, HttpStatus status, Filled filled) {
        return pages.show(
                person,
                status,
                "library/act",
                () -> {
                    Resource resource = library.resource(person, id);
                    boolean own = resource.sharedBy().id() == person.personId();
                    requireMay(resource, act, own);
                    return new ResourceActPage(
                            communities.byId(person, resource.communityId()),
                            resource,
                            act,
                            own,
                            filled);
                });
    }

    // Whoever may not is told before she writes her reasons. Whether there is anything left to do
    // depends on what others did meanwhile: that the act itself finds out.
    private static void requireMay(Resource resource, String act, boolean own) {
        var may = resource.may();
        boolean allowed =
                switch (act) {
                    case "report" -> may.report();
                    case "delete" -> may.delete() || resource.state() == State.DELETED;
                    case "again", "ask" -> may.ask();
                    default -> may.hide() || may.restore() || may.admit() || may.reopen();
                };
        // A moderator who was not the first; nobody else reads what was taken away, but its owner.
        if (!allowed && !own && resource.state() == State.DELETED) {
            throw new ProblemException(new Problem.Conflict("library.moved-meanwhile"));
        }
        if (!allowed && own && may.edit() && (act.equals("again") || act.equals("ask"))) {
            throw new ProblemException(new Problem.Conflict("library.asked-meanwhile"));
        }
        if (!allowed) {
            throw new ProblemException(new Problem.Forbidden(refusal(resource, act, own)));
        }
    }

    private static String refusal(Resource resource, String act, boolean own) {
        return switch (act) {
            case "delete" ->
                    own && resource.state() == State.HIDDEN
                            ? "library.delete.hidden"
                            : "policy.refused.delete";
            case "report" -> own ? "library.report.own" : "policy.refused.report";
            case "again", "ask" -> "library.refused.edit";
            default -> "policy.refused.hide";
        };
    }
}
