package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
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

import rounds.community.Capability;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.ResourceKind;
import rounds.library.ShelfFilter;
import rounds.library.Shelves;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.library.citation.Citations;
import rounds.library.citation.Reference;
import rounds.platform.database.Ids;
import rounds.platform.entry.Entry;
import rounds.web.community.Rooms;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.FormWithFile;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.security.Csrf;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A community's library, and putting something into it.
@Controller("/c/{slug}/library")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LibraryController {
    private static final int ROWS = 25;

    private final Shelves shelves;
    private final Sharing sharing;
    private final Uploads uploads;
    private final Citations citations;
    private final Rooms rooms;
    private final Csrf csrf;
    private final Pages pages;

    LibraryController(
            Shelves shelves,
            Sharing sharing,
            Uploads uploads,
            Citations citations,
            Rooms rooms,
            Csrf csrf,
            Pages pages) {
        this.shelves = shelves;
        this.sharing = sharing;
        this.uploads = uploads;
        this.citations = citations;
        this.rooms = rooms;
        this.csrf = csrf;
        this.pages = pages;
    }

    @Get
    Page list(
            String slug,
            @Nullable @QueryValue String order,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String language,
            @Nullable @QueryValue String after,
            Viewer viewer) {
        var filter =
                new ShelfFilter(
                        order(order),
                        kind == null || kind.isEmpty() ? null : ResourceKind.of(kind),
                        tag == null || tag.isEmpty() ? null : Entry.tag(tag),
                        language == null || language.isEmpty() ? null : Entry.language(language));
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                "library/library",
                community ->
                        new LibraryPage(
                                community,
                                filter,
                                shelves.in(viewer, community.id(), filter, after, ROWS)));
    }

    private static ShelfFilter.Order order(@Nullable String asked) {
        return switch (asked == null ? "" : asked) {
            case "most_used" -> ShelfFilter.Order.MOST_USED;
            case "due" -> ShelfFilter.Order.DUE;
            default -> ShelfFilter.Order.NEWEST;
        };
    }

    /// @param form `file`, `link` or `text`
    @Get("/new")
    Page write(String slug, @QueryValue(defaultValue = "file") String form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        var first = new LinkedHashMap<String, String>();
        first.put("form", form);
        first.put("kind", form.equals("link") ? "link" : "guideline");
        return show(person, slug, HttpStatus.OK, Filled.with(first), List.of());
    }

    /// A form with the file itself where no script runs; otherwise with the names of files that
    /// were sent before.
    @Post
    @Consumes(MediaType.ALL)
    Object share(
            String slug, @Nullable @Body InputStream body, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        InputStream given = body == null ? InputStream.nullInputStream() : body;
        try (FormWithFile sent = FormWithFile.read(request, given, Uploads.MOST_BYTES)) {
            check(sent.form(), request);
            Viewer.SignedIn person = viewer.signedIn();
            Form form = sent.form();
            try {
                if (!sent.fileName().isEmpty()) {
                    Upload upload = uploads.take(person, sent.fileName(), sent.file());
                    form = form.and("upload", Ids.text(upload.id()));
                }
                if (form.flag("fill")) {
                    return fill(person, slug, form);
                }
                List<String> shared = sharing.share(person, slug, form);
                return shared.size() == 1
                        ? pages.goTo(shared.getFirst(), "library.shared")
                        : pages.goTo("/c/" + slug + "/library", "library.shared.several");
            } catch (ProblemException refused) {
                return show(
                        person,
                        slug,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Filled.refused(form, refused),
                        sharing.uploads(person, form));
            }
        }
    }

    /// Shares nothing: the form comes back with what the pasted reference says.
    private Page fill(Viewer.SignedIn person, String slug, Form form) {
        Reference pasted = citations.read(form.text("citation"));
        return show(
                person,
                slug,
                HttpStatus.OK,
                Filled.of(ResourceForm.filled(form, pasted)),
                sharing.uploads(person, form));
    }

    private Page show(
            Viewer.SignedIn person,
            String slug,
            HttpStatus status,
            Filled filled,
            List<Upload> sent) {
        String form =
                Map.of("link", "link", "text", "text")
                        .getOrDefault(filled.form().line("form"), "file");
        return rooms.show(
                person,
                slug,
                Capability.SHARE,
                status,
                "library/share",
                community -> new SharePage(community, form, sent, filled));
    }

    private void check(Form form, HttpRequest<?> request) {
        if (!csrf.valid(form.optional("csrf"), csrf.subject(request))) {
            throw new ProblemException(new Problem.Forbidden("form.stale"));
        }
    }
}
