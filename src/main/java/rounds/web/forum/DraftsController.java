package rounds.web.forum;

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

import rounds.cases.CaseLists;
import rounds.cases.CaseState;
import rounds.cases.CaseSummary;
import rounds.forum.Drafts;
import rounds.forum.Planning;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;
import java.util.stream.Stream;

/// One's own drafts: see them, throw one away, after a look at it.
@Controller("/drafts")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DraftsController {
    private final Drafts drafts;
    private final Planning planning;
    private final CaseLists stories;
    private final Pages pages;

    DraftsController(Drafts drafts, Planning planning, CaseLists stories, Pages pages) {
        this.drafts = drafts;
        this.planning = planning;
        this.stories = stories;
        this.pages = pages;
    }

    @Get
    Page mine(Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "forum/drafts",
                () ->
                        new DraftsPage(
                                drafts.mine(person),
                                planning.mine(person),
                                stories.asked(person),
                                unread(person),
                                stories.begun(person),
                                Drafts.KEPT.toDays()));
    }

    /// Case stories that nobody else has read yet, and those that she finds nowhere else, since she
    /// is where they are told no longer.
    private List<CaseSummary> unread(Viewer.SignedIn person) {
        return Stream.concat(
                        stories.own(person).stream()
                                .filter(one ->
                                        one.state() == CaseState.DRAFT
                                                || one.state() == CaseState.QUEUED),
                        stories.left(person).stream())
                .distinct()
                .toList();
    }

    @Post("/{id}/delete")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object throwAway(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        if (!form.flag("sure")) {
            return pages.show(
                    person,
                    "forum/throw-away",
                    () -> new ThrowAwayPage(drafts.mine(person, Ids.parse(id))));
        }
        drafts.throwAway(person, Ids.parse(id));
        return pages.goTo("/drafts", "drafts.deleted");
    }
}
