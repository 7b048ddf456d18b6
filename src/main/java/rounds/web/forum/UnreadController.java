package rounds.web.forum;

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

import rounds.forum.Filter;
import rounds.forum.Kind;
import rounds.forum.Progress;
import rounds.forum.Reading;
import rounds.kernel.Viewer;
import rounds.web.page.Form;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.page.ReturnPath;

/// What is new to somebody in her communities.
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class UnreadController {
    private static final int ROWS = 25;

    private final Reading reading;
    private final Pages pages;

    UnreadController(Reading reading, Pages pages) {
        this.reading = reading;
        this.pages = pages;
    }

    @Get("/unread")
    Page unread(
            @Nullable @QueryValue String community,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String after,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Kind wanted = kind == null || kind.isEmpty() ? null : Kind.of(kind);
        String where = community == null || community.isEmpty() ? null : community;
        return pages.show(
                person,
                "forum/unread",
                () ->
                        new UnreadPage(
                                where == null ? "" : where,
                                wanted == null ? "" : wanted.code(),
                                reading.countsLately(person),
                                reading.unread(person, where, wanted, after, ROWS)));
    }

    /// All of a community is read, or what its list was narrowed to.
    @Post("/c/{slug}/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object seen(String slug, Form form, Viewer viewer) {
        return seen(viewer.signedIn(), slug, form);
    }

    /// The same of all her communities.
    @Post("/unread/seen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    Object seenEverywhere(Form form, Viewer viewer) {
        return seen(viewer.signedIn(), null, form);
    }

    private Object seen(Viewer.SignedIn person, @Nullable String slug, Form form) {
        String kind = form.line("kind");
        String tag = form.line("tag");
        String progress = form.line("progress");
        var filter =
                new Filter(
                        kind.isEmpty() ? null : Kind.of(kind),
                        tag.isEmpty() ? null : tag,
                        progress.isEmpty() ? null : Progress.of(progress));
        reading.seeAll(person, slug, filter);
        return pages.goTo(
                ReturnPath.of(form.optional("next")),
                filter.narrows() ? "reading.filter-read" : "reading.all-read");
    }
}
