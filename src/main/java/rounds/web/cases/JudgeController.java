package rounds.web.cases;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Judging;
import rounds.community.Reason;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

/// What others decide about a story, from the forms on its page.
@Controller("/cases/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class JudgeController {
    private final Judging judging;
    private final Cases cases;
    private final Pages pages;

    JudgeController(Judging judging, Cases cases, Pages pages) {
        this.judging = judging;
        this.cases = cases;
        this.pages = pages;
    }

    /// The second reader's verdict: the button that was pressed.
    @Post("/review")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object review(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        try {
            return reviewed(person, Ids.parse(id), form);
        } catch (ProblemException refused) {
            return unreviewed(person, Ids.parse(id), form, refused);
        }
    }

    private HttpResponse<?> reviewed(Viewer.SignedIn person, long id, Form form) {
        CaseStory story = cases.story(person, id);
        int revision = StoryForm.number(form, "revision");
        if (form.line("verdict").equals("returned")) {
            judging.giveBack(
                    person, story.id(), revision, form.text("comment"), StoryForm.notes(form));
            return list(story, "cases.review.returned");
        }
        judging.release(person, story.id(), revision, form.text("comment"), StoryForm.notes(form));
        return pages.goTo(story.path(), "cases.review.released");
    }

    /// What she wrote comes back, with why it was not taken: nothing was said, or the story went
    /// back to its author, or was decided by somebody else, meanwhile.
    private Page unreviewed(Viewer.SignedIn person, long id, Form form, ProblemException refused) {
        boolean invalid = refused.problem() instanceof Problem.Invalid;
        Filled filled = invalid ? Filled.refused(form, refused) : Filled.of(form);
        return pages.show(
                person,
                invalid ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT,
                "cases/review",
                () -> new ReviewPage(invalid ? cases.story(person, id) : null, filled));
    }

    @Post("/report")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> report(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = cases.story(person, Ids.parse(id));
        boolean hidden =
                judging.report(
                        person,
                        story.id(),
                        Reason.of("kind", form.line("kind")),
                        form.text("note"));
        return hidden
                ? list(story, "cases.reported.hidden")
                : pages.goTo(story.path(), "cases.reported");
    }

    @Post("/{act:hide|restore|keep}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(String id, String act, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long story = Ids.parse(id);
        String reason = form.text("reason");
        switch (act) {
            case "hide" -> judging.hide(person, story, reason);
            case "restore" -> judging.restore(person, story, reason);
            default -> judging.keep(person, story, reason);
        }
        return pages.goTo(cases.story(person, story).path(), "cases.decided." + act);
    }

    private HttpResponse<?> list(CaseStory story, String message) {
        return pages.goTo("/c/" + story.communitySlug() + "/cases", message);
    }
}
