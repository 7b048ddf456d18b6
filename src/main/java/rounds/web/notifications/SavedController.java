package rounds.web.notifications;

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

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.notifications.Bookmarks;
import rounds.platform.database.Ids;
import rounds.platform.mail.Wording;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/// Saving for later, with a note and a day to be reminded.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SavedController {
    private static final int ROWS = 25;

    private final Bookmarks bookmarks;
    private final Wording wording;
    private final Pages pages;

    SavedController(Bookmarks bookmarks, Wording wording, Pages pages) {
        this.bookmarks = bookmarks;
        this.wording = wording;
        this.pages = pages;
    }

    @Get("/saved")
    Page list(
            @Nullable @QueryValue String show, @Nullable @QueryValue String after, Viewer viewer) {
        return show(
                viewer.signedIn(), "reminders".equals(show), after, HttpStatus.OK, Filled.empty());
    }

    @Post("/d/{id}/saved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object discussion(String id, Form form, Viewer viewer) {
        return save(viewer.signedIn(), new ContentRef(ContentType.DISCUSSION, Ids.parse(id)), form);
    }

    @Post("/p/{id}/saved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object post(String id, Form form, Viewer viewer) {
        return save(viewer.signedIn(), new ContentRef(ContentType.POST, Ids.parse(id)), form);
    }

    @Post("/cases/{id}/saved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object story(String id, Form form, Viewer viewer) {
        return save(viewer.signedIn(), new ContentRef(ContentType.CASE_STORY, Ids.parse(id)), form);
    }

    @Post("/focus/{id}/saved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object topic(String id, Form form, Viewer viewer) {
        return save(viewer.signedIn(), new ContentRef(ContentType.TOPIC, Ids.parse(id)), form);
    }

    @Post("/r/{id}/saved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object resource(String id, Form form, Viewer viewer) {
        return save(viewer.signedIn(), new ContentRef(ContentType.RESOURCE, Ids.parse(id)), form);
    }

    /// Changes note and day, or removes it.
    @Post("/saved/{type:discussion|post|resource|case_story|topic}/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object change(String type, String id, Form form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        var content = new ContentRef(ContentType.of(type), Ids.parse(id));
        try {
            if (form.flag("remove")) {
                bookmarks.remove(person, content);
                return pages.goTo("/saved", "saved.removed");
            }
            bookmarks.change(person, content, form.text("note"), day(form.line("remindOn")));
            return pages.goTo("/saved", "saved.kept");
        } catch (ProblemException refused) {
            return show(
                    person,
                    false,
                    null,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Filled.refused(form, refused));
        }
    }

    // A script that stays on the page is answered with the sentence itself, in the language that it
    // names: the next page has nothing to say of it.
    private Object save(Viewer.SignedIn person, ContentRef content, Form form) {
        String path =
                switch (content.type()) {
                    case POST -> "/p/";
                    case RESOURCE -> "/r/";
                    case CASE_STORY -> "/cases/";
                    case TOPIC -> "/focus/";
                    default -> "/d/";
                };
        boolean keeps = !form.line("saved").equals("no");
        String done = keeps ? "saved.saved" : "saved.removed";
        String where = path + Ids.text(content.id());
        if (keeps) {
            where = bookmarks.save(person, content).path();
        } else {
            bookmarks.remove(person, content);
        }
        return form.flag("aloud")
                ? HttpResponse.ok(wording.text(form.line("aloud"), done, List.of()))
                        .contentType(MediaType.TEXT_PLAIN_TYPE)
                : pages.goTo(where, done);
    }

    private Page show(
            Viewer.SignedIn person,
            boolean reminders,
            @Nullable String after,
            HttpStatus status,
            Filled refused) {
        return pages.show(
                person,
                status,
                "notifications/saved",
                () ->
                        new SavedPage(
                                bookmarks.page(person, reminders, after, ROWS),
                                reminders,
                                refused,
                                bookmarks.today(person)));
    }

    static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw ProblemException.invalid("remindOn", "saved.day.unknown");
        }
    }
}
