package rounds.web.cases;

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

import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Editing;
import rounds.cases.Part;
import rounds.cases.Publishing;
import rounds.cases.Saving;
import rounds.cases.Section;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A story is written in steps: tell it, say what is known of it, by what right, look and publish.
/// Each step is saved for itself, so that one can go on another day.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WriteController {
    private final Cases cases;
    private final Publishing publishing;
    private final Editing editing;
    private final WriteDesk desk;
    private final Pages pages;

    WriteController(
            Cases cases, Publishing publishing, Editing editing, WriteDesk desk, Pages pages) {
        this.cases = cases;
        this.publishing = publishing;
        this.editing = editing;
        this.desk = desk;
        this.pages = pages;
    }

    @Post("/c/{slug}/cases")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(String slug, Form form, Viewer viewer) {
        CaseStory story = cases.start(viewer.signedIn(), slug, "", form.submission());
        return pages.goTo(WriteDesk.path(story.id(), "told"));
    }

    /// @param step of a draft; a story that others have read has one form for all
    @Get("/cases/{id}/write")
    Page show(String id, @QueryValue(defaultValue = "told") String step, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        if (story.state() != CaseState.DRAFT) {
            return desk.edit(person, story);
        }
        String shown = WriteDesk.known(step);
        Filled filled =
                shown.equals("right")
                        ? cases.authority(person, story.id())
                                .map(StoryForm::filled)
                                .orElseGet(Filled::empty)
                        : StoryForm.filled(story);
        return desk.page(person, HttpStatus.OK, story, shown, filled, "", List.of());
    }

    @Post("/cases/{id}/write/told")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object tell(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        var met = new ArrayList<WritePage.Met>();
        Form again = form;
        try {
            for (Map.Entry<Part, String> one : StoryForm.parts(form).entrySet()) {
                Part part = one.getKey();
                String there = story.section(part).map(Section::body).orElse("");
                if (one.getValue().equals(there)) {
                    continue;
                }
                int seen = StoryForm.number(form, StoryForm.seen(part));
                switch (cases.save(person, story.id(), part, one.getValue(), seen)) {
                    case Saving.Saved(int revision) ->
                            again = again.with(StoryForm.seen(part), String.valueOf(revision));
                    case Saving.Meanwhile(String body, int revision) -> {
                        met.add(new WritePage.Met(part.code(), body));
                        // Now that she sees it she may put hers in its place.
                        again = again.with(StoryForm.seen(part), String.valueOf(revision));
                    }
                }
            }
        } catch (ProblemException refused) {
            return desk.page(
                    person,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    story,
                    "told",
                    Filled.refused(again, refused),
                    "",
                    met);
        }
        return met.isEmpty()
                ? onward(story.id(), form)
                : desk.page(
                        person,
                        HttpStatus.CONFLICT,
                        story,
                        "told",
                        Filled.of(again),
                        "cases.part-meanwhile",
                        met);
    }

    @Post("/cases/{id}/write/known")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object know(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        try {
            cases.describe(
                    person, story.id(), StoryForm.facts(form), StoryForm.number(form, "revision"));
            return onward(story.id(), form);
        } catch (ProblemException refused) {
            return desk.again(person, id, story, "known", form, refused);
        }
    }

    @Post("/cases/{id}/write/right")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object authorise(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        try {
            cases.authorise(person, story.id(), StoryForm.authority(form));
            return onward(story.id(), form);
        } catch (ProblemException refused) {
            return desk.again(person, id, story, "right", form, refused);
        }
    }

    /// Says something else in a story that is read.
    @Post("/cases/{id}/write/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object edit(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        if (form.flag(Identified.WIDEN)) {
            return desk.widened(person, story, form);
        }
        try {
            CaseStory edited =
                    publishing.edit(
                            person,
                            story.id(),
                            StoryForm.facts(form),
                            StoryForm.parts(form),
                            StoryForm.confirming(form),
                            StoryForm.number(form, "revision"));
            return pages.goTo(edited.path(), "cases.edited");
        } catch (ProblemException refused) {
            return desk.again(person, id, story, "edit", desk.kept(person, story, form), refused);
        }
    }

    /// Throws away what was begun of an edit.
    @Post("/cases/{id}/write/unkept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> unkeep(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        editing.throwAway(person, story.id());
        return pages.goTo(WriteDesk.path(story.id(), "edit"), "cases.edit.unkept");
    }

    private HttpResponse<?> onward(long id, Form form) {
        String go = form.line("go");
        return pages.goTo(WriteDesk.path(id, WriteDesk.known(go)), "cases.saved");
    }
}
