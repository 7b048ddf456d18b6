package rounds.web.notifications;

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

import rounds.kernel.Viewer;
import rounds.notifications.Level;
import rounds.notifications.Watches;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The forms with which somebody says how much she wants to hear.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class WatchController {
    private static final int ROWS = 25;

    private final Watches watches;
    private final Pages pages;

    WatchController(Watches watches, Pages pages) {
        this.watches = watches;
        this.pages = pages;
    }

    @Get("/following")
    Page all(@Nullable @QueryValue String show, @Nullable @QueryValue String after, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        return pages.show(
                person,
                "notifications/following",
                () -> new FollowingPage(watches.all(person, show, after, ROWS), show));
    }

    @Post("/d/{id}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object discussion(String id, Form form, Viewer viewer) {
        watches.discussion(viewer.signedIn(), Ids.parse(id), level(form));
        return done(form, "/d/" + id);
    }

    @Post("/r/{id}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object resource(String id, Form form, Viewer viewer) {
        Level level = level(form);
        watches.resource(viewer.signedIn(), Ids.parse(id), level);
        return done(form, "/r/" + id, level == null ? "watch.stopped" : "watch.kept.resource");
    }

    @Post("/cases/{id}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object story(String id, Form form, Viewer viewer) {
        Level level = level(form);
        watches.story(viewer.signedIn(), Ids.parse(id), level);
        return done(
                form, "/cases/" + id, level == null ? "watch.stopped" : "watch.kept.case_story");
    }

    @Post("/focus/{id}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object topic(String id, Form form, Viewer viewer) {
        Level level = level(form);
        watches.topic(viewer.signedIn(), Ids.parse(id), level);
        return done(form, "/focus/" + id, level == null ? "watch.stopped" : "watch.kept.topic");
    }

    @Post("/c/{slug}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object community(String slug, Form form, Viewer viewer) {
        watches.community(viewer.signedIn(), slug, level(form));
        return done(form, "/c/" + slug);
    }

    @Post("/c/{slug}/tags/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object tag(String slug, Form form, Viewer viewer) {
        String tag = Entry.tag(form.line("tag"));
        watches.tag(viewer.signedIn(), slug, tag, level(form));
        return done(
                form,
                "/c/"
                        + slug
                        + "/discussions?tag="
                        + URLEncoder.encode(tag, StandardCharsets.UTF_8));
    }

    @Post("/u/{handle}/watch")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object person(String handle, Form form, Viewer viewer) {
        watches.person(viewer.signedIn(), handle, level(form));
        return done(form, "/u/" + handle);
    }

    private static @Nullable Level level(Form form) {
        return Level.of(form.line("level"));
    }

    private Object done(Form form, String path) {
        return done(form, path, "watch.kept");
    }

    /// Back to the list of all, where it was chosen there.
    private Object done(Form form, String path, String notice) {
        String show = form.line("following");
        String list =
                Watches.TARGETS.contains(show)
                        ? "/following?show=" + show
                        : show.equals("all") ? "/following" : path;
        return pages.goTo(list, notice);
    }
}
