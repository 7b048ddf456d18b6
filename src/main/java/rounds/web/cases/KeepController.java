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
import io.micronaut.serde.annotation.Serdeable;

import rounds.cases.CaseStory;
import rounds.cases.Cases;
import rounds.cases.Clearing;
import rounds.cases.Editing;
import rounds.cases.Part;
import rounds.cases.Saving;
import rounds.cases.Section;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.mail.Wording;
import rounds.platform.phi.Passage;
import rounds.web.page.Form;
import rounds.web.page.Identified;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Saves a draft of a story while it is typed, and tells what in the new words could tell who the
/// patient is.
@Controller("/cases/{id}/write")
@Secured(SecurityRule.IS_ANONYMOUS)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaType.APPLICATION_JSON)
@ExecuteOn(TaskExecutors.BLOCKING)
class KeepController {
    /// The fields of the second step that hold words.
    private static final List<String> WORDS =
            List.of("title", "practice", "learning", "led", "patient_words");

    private final Cases cases;
    private final Clearing clearing;
    private final Editing editing;
    private final WriteDesk desk;
    private final Wording wording;

    KeepController(
            Cases cases, Clearing clearing, Editing editing, WriteDesk desk, Wording wording) {
        this.cases = cases;
        this.clearing = clearing;
        this.editing = editing;
        this.desk = desk;
        this.wording = wording;
    }

    /// What was kept.
    ///
    /// @param seen the fields that hold revisions, with what they hold from now on
    /// @param looked the fields in which identifiers were looked for
    /// @param met where another window was quicker: what stands there; nothing was overwritten
    @Serdeable
    record Kept(Map<String, Integer> seen, List<String> looked, List<Asked> asked, List<Met> met) {}

    @Serdeable
    record Met(String part, String body) {}

    /// A passage that is asked about.
    ///
    /// @param says the sentence about it
    /// @param spots for each place where it stands, what may stand there instead: the same offers
    ///   in the same order
    @Serdeable
    record Asked(String field, String passage, String says, List<List<Offer>> spots) {}

    /// @param start where what is replaced begins, in UTF-16 code units
    @Serdeable
    record Offer(int start, int end, String words) {}

    /// @param form the fields of one step: `step`, and what was changed
    /// @throws ProblemException as saving by the button does
    @Post("/kept")
    HttpResponse<Kept> keep(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        CaseStory story = desk.own(person, id);
        return switch (form.line("step")) {
            case "known" -> keepFacts(person, story, form);
            case "right" -> {
                cases.authorise(person, story.id(), StoryForm.authority(form));
                yield HttpResponse.ok(new Kept(Map.of(), List.of(), List.of(), List.of()));
            }
            case "edit" -> keepEdit(person, story, form);
            default -> keepParts(person, story, form);
        };
    }

    /// What in the words of an edit, or of a follow-up, could tell who the patient is; nothing is
    /// saved.
    @Post("/asked")
    HttpResponse<Kept> ask(String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return HttpResponse.ok(looked(person, desk.own(person, id), form, Map.of()));
    }

    private HttpResponse<Kept> keepEdit(Viewer.SignedIn person, CaseStory story, Form form) {
        int revision =
                editing.keep(
                        person,
                        story.id(),
                        StoryForm.entered(form),
                        StoryForm.number(form, "revision"),
                        StoryForm.number(form, StoryForm.KEPT));
        return HttpResponse.ok(looked(person, story, form, Map.of(StoryForm.KEPT, revision)));
    }

    private Kept looked(
            Viewer.SignedIn person, CaseStory story, Form form, Map<String, Integer> seen) {
        var texts = new LinkedHashMap<String, String>();
        StoryForm.parts(form).forEach((part, body) -> texts.put(part.code(), body));
        Stream.concat(WORDS.stream(), Stream.of("body"))
                .filter(form::flag)
                .forEach(field -> texts.put(field, form.text(field)));
        return new Kept(
                seen, List.copyOf(texts.keySet()), asked(person, story, texts, form), List.of());
    }

    private HttpResponse<Kept> keepFacts(Viewer.SignedIn person, CaseStory story, Form form) {
        int revision =
                cases.describe(
                                person,
                                story.id(),
                                StoryForm.facts(form),
                                StoryForm.number(form, "revision"))
                        .revision();
        var texts = new LinkedHashMap<String, String>();
        WORDS.forEach(field -> texts.put(field, form.text(field)));
        return HttpResponse.ok(
                new Kept(
                        Map.of("revision", revision),
                        WORDS,
                        asked(person, story, texts, form),
                        List.of()));
    }

    private HttpResponse<Kept> keepParts(Viewer.SignedIn person, CaseStory story, Form form) {
        var seen = new LinkedHashMap<String, Integer>();
        var texts = new LinkedHashMap<String, String>();
        var met = new ArrayList<Met>();
        StoryForm.parts(form)
                .forEach((part, body) -> {
                    texts.put(part.code(), body);
                    switch (save(person, story, part, body, form)) {
                        case Saving.Saved(int revision) -> seen.put(StoryForm.seen(part), revision);
                        case Saving.Meanwhile(String there, int revision) -> {
                            seen.put(StoryForm.seen(part), revision);
                            met.add(new Met(part.code(), there));
                        }
                    }
                });
        var kept =
                new Kept(seen, List.copyOf(texts.keySet()), asked(person, story, texts, form), met);
        return met.isEmpty()
                ? HttpResponse.ok(kept)
                : HttpResponse.<Kept>status(HttpStatus.CONFLICT).body(kept);
    }

    private Saving save(
            Viewer.SignedIn person, CaseStory story, Part part, String body, Form form) {
        Section there = story.section(part).orElse(null);
        // Sent twice, since the answer was lost: it is there already.
        if (there != null && there.body().equals(body)) {
            return new Saving.Saved(there.revision());
        }
        return cases.save(
                person, story.id(), part, body, StoryForm.number(form, StoryForm.seen(part)));
    }

    private List<Asked> asked(
            Viewer.SignedIn person, CaseStory story, Map<String, String> texts, Form form) {
        String language = form.line("language-shown");
        return WritePage.once(clearing.ask(person, story.id(), texts)).stream()
                .map(once -> asked(once, language))
                .toList();
    }

    private Asked asked(Identified once, String language) {
        Passage found = once.first();
        return new Asked(
                once.field(),
                found.text(),
                wording.text(
                        language.equals("fr") ? "fr" : "en",
                        found.certain() ? "cases.identifier.certain" : "cases.identifier.typed",
                        List.of(found.text())),
                once.places().stream().map(KeepController::offers).toList());
    }

    private static List<Offer> offers(Passage found) {
        return found.widenings().stream()
                .map(one -> new Offer(one.start(), one.end(), one.words()))
                .toList();
    }
}
