package rounds.web.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Clearing;
import rounds.cases.Confirmation;
import rounds.cases.Publishing;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Form;
import rounds.web.page.Pages;

/// The last step of writing a story: what could tell who the patient is is said more broadly or
/// confirmed, and the author lets it go to its readers.
@Controller("/cases/{id}/write")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
class ReleaseController {
    private final Cases cases;
    private final Clearing clearing;
    private final Publishing publishing;
    private final WriteDesk desk;
    private final Pages pages;

    ReleaseController(
            Cases cases, Clearing clearing, Publishing publishing, WriteDesk desk, Pages pages) {
        this.cases = cases;
        this.clearing = clearing;
        this.publishing = publishing;
        this.desk = desk;
        this.pages = pages;
    }

    /// Says why a passage names nobody.
    @Post("/confirmation")
    Object confirm(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        try {
            clearing.confirm(
                    person,
                    story.id(),
                    new Confirmation(
                            form.line("field"), form.text("passage"), form.line("reason")));
            return pages.goTo(WriteDesk.path(story.id(), "look") + "#h-doubts");
        } catch (ProblemException refused) {
            return desk.again(person, id, story, "look", form, refused);
        }
    }

    /// Says a passage more broadly.
    @Post("/widening")
    Object widen(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        try {
            clearing.widen(
                    person,
                    story.id(),
                    form.line("field"),
                    form.text("passage"),
                    StoryForm.number(form, "choice"));
            return pages.goTo(WriteDesk.path(story.id(), "look") + "#h-doubts", "cases.widened");
        } catch (ProblemException refused) {
            return desk.again(person, id, story, "look", form, refused);
        }
    }

    @Post("/publication")
    Object publish(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        try {
            CaseStory published =
                    publishing.publish(
                            person,
                            story.id(),
                            StoryForm.number(form, "revision"),
                            form.optional("reader"));
            return pages.goTo(
                    published.path(),
                    published.state() == CaseState.QUEUED
                            ? "cases.handed-in"
                            : "cases.published.now");
        } catch (ProblemException refused) {
            return desk.again(person, id, story, "look", form, refused);
        }
    }

    @Post("/end")
    HttpResponse<?> throwAway(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = cases.story(person, Ids.parse(id));
        cases.throwAway(person, story.id());
        return pages.goTo(
                story.standing().isMember() ? "/c/" + story.communitySlug() + "/cases" : "/drafts",
                "cases.thrown-away");
    }
}
