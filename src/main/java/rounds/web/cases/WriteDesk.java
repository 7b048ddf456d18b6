package rounds.web.cases;

import io.micronaut.http.HttpStatus;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.cases.BegunEdit;
import rounds.cases.CaseLists;
import rounds.cases.CaseState;
import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Clearing;
import rounds.cases.Editing;
import rounds.cases.Facts;
import rounds.cases.Judging;
import rounds.cases.Part;
import rounds.cases.Readiness;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What the steps of writing a story have in common: whose story it is, and the page of a step.
@Singleton
class WriteDesk {
    private final Cases cases;
    private final Clearing clearing;
    private final Editing editing;
    private final Judging judging;
    private final CaseLists lists;
    private final StoryRoom room;
    private final Pages pages;

    WriteDesk(
            Cases cases,
            Clearing clearing,
            Editing editing,
            Judging judging,
            CaseLists lists,
            StoryRoom room,
            Pages pages) {
        this.cases = cases;
        this.clearing = clearing;
        this.editing = editing;
        this.judging = judging;
        this.lists = lists;
        this.room = room;
        this.pages = pages;
    }

    static String known(String step) {
        return List.of("known", "right", "look").contains(step) ? step : "told";
    }

    static String path(long id, String step) {
        return "/cases/" + Ids.text(id) + "/write?step=" + step;
    }

    /// The story, for who may write in it now.
    CaseStory own(Viewer.SignedIn person, String id) {
        CaseStory story = cases.story(person, Ids.parse(id));
        if (!story.may().word() && !story.may().shorten()) {
            throw new ProblemException(
                    story.own()
                            ? new Problem.Conflict("cases.moved-meanwhile")
                            : new Problem.Forbidden("cases.not-yours"));
        }
        return story;
    }

    Page page(
            Viewer.SignedIn person,
            HttpStatus status,
            CaseStory story,
            String step,
            Filled filled,
            String problem,
            List<WritePage.Met> met) {
        return page(person, status, story, step, filled, problem, met, null);
    }

    private Page page(
            Viewer.SignedIn person,
            HttpStatus status,
            CaseStory story,
            String step,
            Filled filled,
            String problem,
            List<WritePage.Met> met,
            @Nullable Instant keptAt) {
        Readiness readiness = readiness(person, story, step, filled);
        return pages.show(
                person,
                status,
                "cases/write",
                () ->
                        new WritePage(
                                room.of(person, story),
                                story,
                                step,
                                filled,
                                readiness,
                                problem,
                                met,
                                step.equals("known") || step.equals("edit")
                                        ? lists.conditions(
                                                person,
                                                story.communityId(),
                                                story.facts().language())
                                        : List.of(),
                                keptAt,
                                judging.fate(person, story.id())
                                        .filter(_ -> isOut(story))
                                        .orElse(null)));
    }

    /// Whether something is still to be done about what others said of it.
    private static boolean isOut(CaseStory story) {
        return story.state() == CaseState.DRAFT || story.state() == CaseState.HIDDEN;
    }

    /// A story that is read, as it stands or as she has begun to change it.
    Page edit(Viewer.SignedIn person, CaseStory story) {
        BegunEdit begun = editing.of(person, story.id()).orElse(null);
        if (begun == null) {
            return page(
                    person,
                    HttpStatus.OK,
                    story,
                    "edit",
                    StoryForm.filled(story),
                    "",
                    List.of(),
                    null);
        }
        return page(
                person,
                HttpStatus.OK,
                story,
                "edit",
                StoryForm.filled(story, begun),
                begun.madeFrom() == story.revision() ? "" : "cases.changed-meanwhile",
                List.of(),
                begun.savedAt());
    }

    /// The form of an edit, kept for her as it is, with what says so; where it cannot be kept, it
    /// still stands on the page.
    Form kept(Viewer.SignedIn person, CaseStory story, Form form) {
        try {
            int revision =
                    editing.keep(
                            person,
                            story.id(),
                            StoryForm.entered(form),
                            StoryForm.number(form, "revision"),
                            StoryForm.number(form, StoryForm.KEPT));
            return form.with(StoryForm.KEPT, String.valueOf(revision));
        } catch (ProblemException _) {
            return form;
        }
    }

    /// A story that is read, with one passage of what was entered said more broadly; nothing is
    /// saved yet.
    Page widened(Viewer.SignedIn person, CaseStory story, Form form) {
        Form wider = kept(person, story, wider(person, story, form));
        return page(
                person,
                HttpStatus.OK,
                story,
                "edit",
                Filled.of(wider.with(StoryForm.LOOKED_AT, "yes")),
                "cases.edit.widened",
                List.of());
    }

    /// As its button asks: field, row and choice. The same where that stands there no more.
    private Form wider(Viewer.SignedIn person, CaseStory story, Form form) {
        Facts facts = StoryForm.facts(form);
        Map<Part, String> parts = StoryForm.parts(form);
        List<String> wanted = List.of(form.line(Identified.WIDEN).split("\\.", -1));
        for (Identified one :
                WritePage.once(clearing.look(person, story.id(), facts, parts).doubts())) {
            for (Identified.Choice choice : one.choices()) {
                if (wanted.equals(
                        List.of(
                                one.field(),
                                String.valueOf(one.row()),
                                String.valueOf(choice.number())))) {
                    return form.with(
                            one.field(),
                            clearing.widened(
                                    person,
                                    story.id(),
                                    facts,
                                    parts,
                                    new Clearing.Wider(
                                            one.field(), one.first().text(), choice.number())));
                }
            }
        }
        return form;
    }

    /// Of a draft it is told in its last step; of a story that is read, where an edit was refused.
    private @Nullable Readiness readiness(
            Viewer.SignedIn person, CaseStory story, String step, Filled filled) {
        if (step.equals("look")) {
            return clearing.look(person, story.id());
        }
        boolean asks = filled.isRefused() || filled.form().flag(StoryForm.LOOKED_AT);
        if (!step.equals("edit") || !asks) {
            return null;
        }
        Form form = filled.form();
        try {
            return clearing.look(person, story.id(), StoryForm.facts(form), StoryForm.parts(form));
        } catch (ProblemException _) {
            // What cannot be taken at all is told first.
            return null;
        }
    }

    /// What was entered comes back; where something else was saved meanwhile, the next press puts
    /// this in its place.
    Page again(
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
}
