package rounds.web.notes;

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

import rounds.community.Acquaintance;
import rounds.community.Conversations;
import rounds.forum.Draft;
import rounds.forum.DraftPlace;
import rounds.forum.DraftSummary;
import rounds.forum.Drafts;
import rounds.forum.NewNote;
import rounds.forum.Note;
import rounds.forum.Notes;
import rounds.forum.Posted;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;
import rounds.web.forum.Box;
import rounds.web.forum.Boxes;
import rounds.web.forum.Typed;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One's private notes, and writing one.
@Controller("/notes")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotesController {
    private static final int ROWS = 25;

    private final Notes notes;
    private final Conversations conversations;
    private final Drafts drafts;
    private final Boxes boxes;
    private final Pages pages;

    NotesController(
            Notes notes, Conversations conversations, Drafts drafts, Boxes boxes, Pages pages) {
        this.notes = notes;
        this.conversations = conversations;
        this.drafts = drafts;
        this.boxes = boxes;
        this.pages = pages;
    }

    @Get
    Page list(@Nullable @QueryValue String after, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "notes/list",
                () -> {
                    Slice<Note> mine = notes.mine(person, after, ROWS);
                    return new NotesPage(
                            mine.items(),
                            mine.next() == null ? null : "/notes?after=" + mine.next());
                });
    }

    /// @param to handles
    /// @param q by which somebody is looked for
    /// @param find there when more people are looked for before anything is written
    /// @param write there when the note is to be written to those who are chosen
    /// @param draft one that was begun before; it goes to those it was begun for, unless others are
    ///   chosen
    @Get("/new")
    Page write(
            @Nullable @QueryValue List<String> to,
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String find,
            @Nullable @QueryValue String write,
            @Nullable @QueryValue String draft,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Draft begun = draft == null || draft.isEmpty() ? null : begun(person, Ids.parse(draft));
        List<String> handles =
                to == null && begun != null
                        ? named(List.of(begun.words().to()))
                        : named(to == null ? List.of() : to);
        if (handles.isEmpty() && write == null || find != null) {
            return choose(person, HttpStatus.OK, handles, q, begun, Filled.empty());
        }
        try {
            conversations.recipients(person, handles);
        } catch (ProblemException refused) {
            Filled filled = Filled.refused(Form.EMPTY, refused);
            return choose(person, HttpStatus.UNPROCESSABLE_ENTITY, handles, q, begun, filled);
        }
        Box box =
                begun == null
                        ? boxes.fresh(
                                DraftPlace.anotherNote(), Map.of("to", String.join(",", handles)))
                        : boxes.of(begun);
        return show(person, HttpStatus.OK, handles, box);
    }

    private Draft begun(Viewer.SignedIn person, long id) {
        Draft draft = drafts.draft(person, id);
        if (!(draft.place() instanceof DraftPlace.Note)) {
            throw ProblemException.notFound();
        }
        return draft;
    }

    private Page choose(
            Viewer.SignedIn person,
            HttpStatus status,
            List<String> to,
            String q,
            @Nullable Draft begun,
            Filled filled) {
        List<DraftSummary> others =
                begun == null && to.isEmpty() && q.isEmpty()
                        ? drafts.mine(person).stream()
                                .filter(draft -> draft.purpose().equals("note"))
                                .toList()
                        : List.of();
        return pages.show(
                person,
                status,
                "notes/choose",
                () -> {
                    List<Acquaintance> found = conversations.acquaintances(person, q);
                    List<Acquaintance> chosen = conversations.named(person, to);
                    return new ChoosePage(
                            q,
                            chosen,
                            found.stream()
                                    .limit(Conversations.MOST_SHOWN)
                                    .filter(one -> !chosen.contains(one))
                                    .toList(),
                            found.size() > Conversations.MOST_SHOWN,
                            begun == null ? "" : Ids.text(begun.id()),
                            others,
                            filled);
                });
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object send(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<String> to = named(form.all("to"));
        try {
            Optional<Box> aside = boxes.aside(person, form);
            if (aside.isPresent()) {
                return show(person, HttpStatus.OK, to, aside.get());
            }
            Posted posted =
                    notes.write(
                            person,
                            new NewNote(
                                    to,
                                    form.line("title"),
                                    form.text("body"),
                                    form.optional("language"),
                                    Typed.written(form)),
                            form.submission());
            return pages.goTo(posted.path(), "notes.sent");
        } catch (ProblemException refused) {
            Box box = boxes.refused(form, refused);
            return show(person, HttpStatus.UNPROCESSABLE_ENTITY, to, box);
        }
    }

    private Page show(Viewer.SignedIn person, HttpStatus status, List<String> to, Box box) {
        return pages.show(
                person,
                status,
                "notes/write",
                () -> new WritePage(conversations.named(person, to), box));
    }

    private static List<String> named(List<String> handles) {
        return handles.stream()
                .flatMap(some -> Arrays.stream(some.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }
}
