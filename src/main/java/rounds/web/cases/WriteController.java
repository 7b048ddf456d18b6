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
import rounds.cases.Part;
import rounds.cases.Publishing;
import rounds.cases.Saving;
import rounds.cases.Section;
import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
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
    private final Communities communities;
    private final Pages pages;

    WriteController(Cases cases, Publishing publishing, Communities communities, Pages pages) {
        this.cases = cases;
        this.publishing = publishing;
        this.communities = communities;
        this.pages = pages;
    }

    @Post("/c/{slug}/cases")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> start(String slug, Form form, Viewer viewer) {
        CaseStory story = cases.start(viewer.signedIn(), slug, "", form.submission());
        return pages.goTo(path(story.id(), "told"));
    }

    /// @param step of a draft; a published story has one form for all
    @Get("/cases/{id}/write")
    Page show(String id, @QueryValue(defaultValue = "told") String step, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
        String shown = story.state() == CaseState.VISIBLE ? "edit" : known(step);
        Filled filled =
                shown.equals("right")
                        ? cases.authority(person, story.id())
                                .map(StoryForm::filled)
                                .orElseGet(Filled::empty)
                        : StoryForm.filled(story);
        return page(person, HttpStatus.OK, story, shown, filled, "", List.of());
    }

    private static String known(String step) {
        return List.of("known", "right", "look").contains(step) ? step : "told";
    }

    private CaseStory own(Viewer.SignedIn person, String id) {
        CaseStory story = cases.story(person, Ids.parse(id));
        if (!story.may().word()) {
            throw new ProblemException(
                    story.own()
                            ? new Problem.Conflict("cases.moved-meanwhile")
                            : new Problem.Forbidden("cases.not-yours"));
        }
        return story;
    }

    private Page page(
            Viewer.SignedIn person,
            HttpStatus status,
            CaseStory story,
            String step,
            Filled filled,
            String problem,
            List<WritePage.Met> met) {
        return pages.show(
                person,
                status,
                "cases/write",
                () ->
                        new WritePage(
                                communities.byId(person, story.communityId()),
                                story,
                                step,
                                filled,
                                step.equals("look") ? publishing.look(person, story.id()) : null,
                                problem,
                                met));
    }

    @Post("/cases/{id}/write/told")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object tell(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
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
            return page(
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
                : page(
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
        CaseStory story = own(person, id);
        try {
            cases.describe(
                    person, story.id(), StoryForm.facts(form), StoryForm.number(form, "revision"));
            return onward(story.id(), form);
        } catch (ProblemException refused) {
            return again(person, id, story, "known", form, refused);
        }
    }

    @Post("/cases/{id}/write/right")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object authorise(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
        try {
            cases.authorise(person, story.id(), StoryForm.authority(form));
            return onward(story.id(), form);
        } catch (ProblemException refused) {
            return again(person, id, story, "right", form, refused);
        }
    }

    /// Says something else in a story that is read.
    @Post("/cases/{id}/write/edit")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object edit(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
        try {
            CaseStory edited =
                    publishing.edit(
                            person,
                            story.id(),
                            StoryForm.facts(form),
                            StoryForm.parts(form),
                            StoryForm.number(form, "revision"));
            return pages.goTo(edited.path(), "cases.edited");
        } catch (ProblemException refused) {
            return again(person, id, story, "edit", form, refused);
        }
    }

    /// What was entered comes back; where something else was saved meanwhile, the next press puts
    /// this in its place.
    private Page again(
            Viewer.SignedIn person,
            String id,
            CaseStory story,
            String step,
            Form form,
            ProblemException refused) {
        if (refused.problem() instanceof Problem.Conflict conflict) {
            CaseStory now = own(person, id);
            return page(
                    person,
                    HttpStatus.CONFLICT,
                    now,
                    step,
                    Filled.of(form.with("revision", String.valueOf(now.revision()))),
                    conflict.why(),
                    List.of());
        }
        return page(
                person,
                HttpStatus.UNPROCESSABLE_ENTITY,
                story,
                step,
                Filled.refused(form, refused),
                "",
                List.of());
    }

    private HttpResponse<?> onward(long id, Form form) {
        String go = form.line("go");
        return pages.goTo(path(id, known(go)), "cases.saved");
    }

    /// Says why a passage names nobody.
    @Post("/cases/{id}/write/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object confirm(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
        try {
            publishing.confirm(
                    person,
                    story.id(),
                    form.line("field"),
                    form.text("passage"),
                    form.line("reason"));
            return pages.goTo(path(story.id(), "look"));
        } catch (ProblemException refused) {
            return again(person, id, story, "look", form, refused);
        }
    }

    @Post("/cases/{id}/write/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object publish(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
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
            return again(person, id, story, "look", form, refused);
        }
    }

    @Post("/cases/{id}/write/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> throwAway(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = own(person, id);
        cases.throwAway(person, story.id());
        return pages.goTo("/c/" + story.communitySlug() + "/cases", "cases.thrown-away");
    }

    private static String path(long id, String step) {
        return "/cases/" + Ids.text(id) + "/write?step=" + step;
    }
}
