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
import rounds.forum.Forum;
import rounds.forum.NewNote;
import rounds.forum.Note;
import rounds.forum.Notes;
import rounds.forum.Posted;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.util.List;

/// One's private notes, and writing one.
@Controller("/notes")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotesController {
    private static final int ROWS = 25;

    private final Notes notes;
    private final Conversations conversations;
    private final Forum forum;
    private final Pages pages;

    NotesController(Notes notes, Conversations conversations, Forum forum, Pages pages) {
        this.notes = notes;
        this.conversations = conversations;
        this.forum = forum;
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
    @Get("/new")
    Page write(
            @Nullable @QueryValue List<String> to,
            @QueryValue(defaultValue = "") String q,
            @Nullable @QueryValue String find,
            @Nullable @QueryValue String write,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<String> handles = to == null ? List.of() : named(to);
        if (handles.isEmpty() && write == null || find != null) {
            return choose(person, HttpStatus.OK, handles, q, Filled.empty());
        }
        try {
            conversations.recipients(person, handles);
        } catch (ProblemException refused) {
            Filled filled = Filled.refused(Form.EMPTY, refused);
            return choose(person, HttpStatus.UNPROCESSABLE_ENTITY, handles, q, filled);
        }
        return show(person, HttpStatus.OK, handles, Filled.empty(), null);
    }

    private Page choose(
            Viewer.SignedIn person, HttpStatus status, List<String> to, String q, Filled filled) {
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
                            filled);
                });
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object send(Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        List<String> to = named(form.all("to"));
        try {
            if (form.flag("preview")) {
                String html = forum.preview(person, form.text("body")).value();
                return show(person, HttpStatus.OK, to, Filled.of(form), html);
            }
            Posted posted =
                    notes.write(
                            person,
                            new NewNote(to, form.line("title"), form.text("body")),
                            form.submission());
            return pages.goTo(posted.path(), "notes.sent");
        } catch (ProblemException refused) {
            Filled filled = Filled.refused(form, refused);
            return show(person, HttpStatus.UNPROCESSABLE_ENTITY, to, filled, null);
        }
    }

    private Page show(
            Viewer.SignedIn person,
            HttpStatus status,
            List<String> to,
            Filled filled,
            @Nullable String preview) {
        return pages.show(
                person,
                status,
                "notes/write",
                () -> new WritePage(conversations.named(person, to), filled, preview));
    }

    private static List<String> named(List<String> handles) {
        return handles.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
    }
}
