package rounds.web.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Communities;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.Renewing;
import rounds.library.ResourcePage;
import rounds.library.Uploads;
import rounds.platform.database.Ids;
import rounds.web.Signboard;
import rounds.web.api.ResourceJson.PageJson;
import rounds.web.api.ResourceJson.VersionJson;
import rounds.web.library.Files;
import rounds.web.page.FormWithFile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

/// The versions of a resource: their files, their text, and new ones.
@Controller("/api/v1/resources/{id}")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class VersionsApi {
    private static final int PAGES = 20;

    /// More than any document has.
    private static final int MOST_PAGES = 1_000_000;

    private final Library library;
    private final Renewing renewing;
    private final Uploads uploads;
    private final Files files;
    private final Communities communities;
    private final Signboard site;

    VersionsApi(
            Library library,
            Renewing renewing,
            Uploads uploads,
            Files files,
            Communities communities,
            Signboard site) {
        this.library = library;
        this.renewing = renewing;
        this.uploads = uploads;
        this.files = files;
        this.communities = communities;
        this.site = site;
    }

    /// The newest first.
    @Get("/versions")
    Listed<VersionJson> list(String id, Viewer viewer) {
        ResourcePage page = library.page(viewer, Ids.parse(id), null);
        return new Listed<>(
                page.versions().stream()
                        .map(version -> VersionJson.of(version, id, site.baseUrl()))
                        .toList(),
                null,
                (long) page.versions().size());
    }

    /// @param url of a link
    /// @param body of a text, in Markdown
    /// @param note why
    /// @param identified says that what could tell who a patient is was looked at, and tells
    ///   nothing
    @Serdeable
    record NewVersion(
            @Nullable String url,
            @Nullable String body,
            @Nullable String note,
            @Nullable String identified) {

        Material material() {
            if ((url == null) == (body == null)) {
                throw ProblemException.invalid("url", "library.api.material");
            }
            return url == null ? new Material.Text(String.valueOf(body)) : new Material.Link(url);
        }
    }

    /// Of who may not put it in its place, it waits for a curator: `state` says so.
    @Post("/versions")
    HttpResponse<VersionJson> renew(String id, @Body NewVersion body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Material material = body.material();
        Sent.saying(body.identified())
                .with("body", body.body())
                .with("note", body.note())
                .ask(() -> asks(person, id));
        String note = body.note() == null ? "" : body.note();
        return made(id, renewing.renew(person, Ids.parse(id), material, note));
    }

    @Post("/versions")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<VersionJson> renewFile(
            String id, @Nullable @Body InputStream body, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        Viewer.SignedIn person = viewer.signedIn();
        try (FormWithFile sent =
                FormWithFile.read(request, MaterialBody.given(body), Uploads.MOST_BYTES)) {
            Sent.saying(sent.form().optional("identified"))
                    .with("file-name", sent.fileName())
                    .with("note", sent.form().text("note"))
                    .ask(() -> asks(person, id));
            var file =
                    new Material.File(
                            MaterialBody.taken(uploads, person, sent).id(),
                            sent.form().flag("noPatientSeen"));
            return made(id, renewing.renew(person, Ids.parse(id), file, sent.form().text("note")));
        }
    }

    private boolean asks(Viewer.SignedIn person, String id) {
        long community = library.resource(person, Ids.parse(id)).communityId();
        return communities.byId(person, community).asksIdentifiers();
    }

    private HttpResponse<VersionJson> made(String id, ResourcePage page) {
        return HttpResponse.created(
                VersionJson.of(page.shown(), id, site.baseUrl()),
                URI.create("/api/v1/resources/" + id + "/versions"));
    }

    /// @param version its number; absent: the one that is read
    @Get("/file")
    @Produces(MediaType.ALL)
    HttpResponse<?> file(
            String id, @Nullable @QueryValue Integer version, HttpRequest<?> request, Viewer viewer)
            throws IOException {
        return files.answer(
                library.file(viewer, Ids.parse(id), number(viewer, id, version)), true, request);
    }

    /// The text of a version, page by page.
    ///
    /// @param from the first page, from 1; what is beyond any document has none
    @Get("/pages")
    Listed<PageJson> pages(
            String id,
            @Nullable @QueryValue Integer version,
            @QueryValue(defaultValue = "1") int from,
            Viewer viewer) {
        ResourcePage page = library.page(viewer, Ids.parse(id), number(viewer, id, version));
        int first = Math.clamp(from, 1, MOST_PAGES);
        List<PageJson> text =
                library
                        .text(viewer, page.resource().id(), page.shown().number(), first, PAGES)
                        .stream()
                        .map(one ->
                                new PageJson(
                                        one.number(),
                                        one.heading().isEmpty() ? null : one.heading(),
                                        one.text()))
                        .toList();
        boolean more = first + PAGES <= page.shown().pages();
        return new Listed<>(
                text, more ? String.valueOf(first + PAGES) : null, (long) page.shown().pages());
    }

    private int number(Viewer viewer, String id, @Nullable Integer version) {
        return version == null ? library.resource(viewer, Ids.parse(id)).current() : version;
    }
}
