package rounds.web.library;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

import rounds.community.Communities;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Renewing;
import rounds.library.ResourcePage;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.library.Version;
import rounds.library.VersionState;
import rounds.platform.database.Ids;
import rounds.web.page.Filled;
import rounds.web.page.Form;
import rounds.web.page.FormWithFile;
import rounds.web.page.Identified;
import rounds.web.page.Page;
import rounds.web.page.Pages;
import rounds.web.security.Csrf;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Puts versions under a resource.
@Controller("/r/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class VersionController {
    private final Library library;
    private final Renewing renewing;
    private final Uploads uploads;
    private final Sharing sharing;
    private final Communities communities;
    private final Csrf csrf;
    private final Pages pages;

    VersionController(
            Library library,
            Renewing renewing,
            Uploads uploads,
            Sharing sharing,
            Communities communities,
            Csrf csrf,
            Pages pages) {
        this.library = library;
        this.renewing = renewing;
        this.uploads = uploads;
        this.sharing = sharing;
        this.communities = communities;
        this.csrf = csrf;
        this.pages = pages;
    }

    /// @param form `file`, `link` or `text`; as the current one is, if it is not said
    @Get("/version")
    Page renew(String id, @Nullable @QueryValue String form, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        ResourcePage page = library.page(person, Ids.parse(id), null);
        var fields = new LinkedHashMap<String, String>();
        Version now = page.shown();
        fields.put("form", form == null ? now.form().code() : form);
        fields.put("url", now.url() == null ? "" : now.url());
        fields.put("body", now.body() == null ? "" : now.body());
        return renew(person, Ids.parse(id), HttpStatus.OK, Filled.with(fields), List.of());
    }

    @Post("/version")
    @Consumes(MediaType.ALL)
    Object put(String id, @Nullable @Body InputStream body, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        // Of nobody a file is read before it is known who sends it.
        Viewer.SignedIn person = viewer.signedIn();
        InputStream given = body == null ? InputStream.nullInputStream() : body;
        try (FormWithFile sent = FormWithFile.read(request, given, Uploads.MOST_BYTES)) {
            if (!csrf.valid(sent.form().optional("csrf"), csrf.subject(request))) {
                throw new ProblemException(new Problem.Forbidden("form.stale"));
            }
            Form form = sent.form();
            try {
                if (!sent.fileName().isEmpty()) {
                    Upload upload = uploads.take(person, sent.fileName(), sent.file());
                    form = form.and("upload", Ids.text(upload.id()));
                }
                Optional<Filled> asked =
                        Identified.ask(
                                sharing.named(person, form), () -> asks(person, Ids.parse(id)));
                if (asked.isPresent()) {
                    return renew(
                            person,
                            Ids.parse(id),
                            HttpStatus.OK,
                            asked.get(),
                            sharing.uploads(person, form));
                }
                ResourcePage page =
                        lookedAt(
                                person,
                                renewing.renew(
                                        person,
                                        Ids.parse(id),
                                        material(person, form),
                                        form.text("note")));
                return onward(page);
            } catch (ProblemException refused) {
                return renew(
                        person,
                        Ids.parse(id),
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        Filled.refused(form, refused),
                        sharing.uploads(person, form));
            }
        }
    }

    /// The same once its file has been looked at.
    private ResourcePage lookedAt(Viewer.SignedIn person, ResourcePage made) {
        if (made.shown().file() == null) {
            return made;
        }
        long id = made.resource().id();
        sharing.awaitLooks(person, List.of(id));
        // Its number is another where one that was made later is read by now.
        return library.page(person, id, null).versions().stream()
                .filter(one -> one.id() == made.shown().id())
                .findFirst()
                .map(one -> library.page(person, id, one.number()))
                .orElse(made);
    }

    private HttpResponse<?> onward(ResourcePage page) {
        Version made = page.shown();
        String here = "/r/" + Ids.text(page.resource().id()) + "/v/" + made.number();
        boolean waits = made.state() == VersionState.PROPOSED;
        if (made.looked().isOpen()) {
            return pages.goTo(
                    here + "/check", waits ? "library.version.waits" : "library.shared.asks");
        }
        if (made.isHeld()) {
            return pages.goTo(here, "library.shared.looking");
        }
        return pages.goTo(
                page.resource().path(), waits ? "library.version.waits" : "library.version.put");
    }

    private boolean asks(Viewer.SignedIn person, long id) {
        long community = library.resource(person, id).communityId();
        return communities.byId(person, community).asksIdentifiers();
    }

    private Material material(Viewer.SignedIn person, Form form) {
        return switch (form.line("form")) {
            case "link" -> new Material.Link(form.line("url"));
            case "text" -> new Material.Text(form.text("body"));
            default ->
                    sharing.uploads(person, form).stream()
                            .reduce((_, last) -> last)
                            .map(upload ->
                                    new Material.File(upload.id(), form.flag(Sharing.VOUCHED)))
                            .orElseThrow(
                                    () -> ProblemException.invalid("file", "library.file.missing"));
        };
    }

    private Page renew(
            Viewer.SignedIn person, long id, HttpStatus status, Filled filled, List<Upload> sent) {
        return pages.show(
                person,
                status,
                "library/version",
                () -> {
                    ResourcePage page = library.page(person, id, null);
                    var may = page.resource().may();
                    if (!may.edit() && !may.propose()) {
                        boolean member = page.resource().standing().isMember();
                        throw new ProblemException(
                                member
                                        ? new Problem.Forbidden("library.version.not-now")
                                        : new Problem.Forbidden(
                                                "policy.refused.share",
                                                "/c/" + page.resource().communitySlug()));
                    }
                    return new VersionPage(
                            communities.byId(person, page.resource().communityId()),
                            page.resource(),
                            sent,
                            filled);
                });
    }
}
