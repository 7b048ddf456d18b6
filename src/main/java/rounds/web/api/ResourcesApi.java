package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.community.Community;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Deciding;
import rounds.library.Details;
import rounds.library.Library;
import rounds.library.Material;
import rounds.library.ProposedWords;
import rounds.library.Resource;
import rounds.library.ResourceKind;
import rounds.library.Rewording;
import rounds.library.ShelfFilter;
import rounds.library.Shelves;
import rounds.library.Upload;
import rounds.library.Uploads;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;
import rounds.web.Signboard;
import rounds.web.page.FormWithFile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/// A community's library: list it, share something, change what is said of it.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResourcesApi {
    private final Library library;
    private final Rewording rewording;
    private final Deciding deciding;
    private final Shelves shelves;
    private final Uploads uploads;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    ResourcesApi(
            Library library,
            Rewording rewording,
            Deciding deciding,
            Shelves shelves,
            Uploads uploads,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.library = library;
        this.rewording = rewording;
        this.deciding = deciding;
        this.shelves = shelves;
        this.uploads = uploads;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// @param order `newest` or `most_used`
    @Get("/communities/{slug}/resources")
    HttpResponse<Listed<ResourceJson>> list(
            String slug,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String tag,
            @Nullable @QueryValue String language,
            @Nullable @QueryValue String order,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var filter =
                new ShelfFilter(
                        order(order),
                        kind == null ? null : ResourceKind.of(kind),
                        tag == null ? null : Entry.tag(tag),
                        language);
        var page =
                transactions.read(
                        viewer,
                        () -> {
                            Community community = communities.bySlug(viewer, slug, Capability.READ);
                            return shelves.in(
                                    viewer, community.id(), filter, after, Listed.limit(limit));
                        });
        return Listed.answer(
                Listed.of(page, row -> ResourceJson.of(row, site.baseUrl())),
                request,
                site,
                "after");
    }

    private static ShelfFilter.Order order(@Nullable String asked) {
        return switch (asked == null ? "newest" : asked) {
            case "newest" -> ShelfFilter.Order.NEWEST;
            case "most_used" -> ShelfFilter.Order.MOST_USED;
            default -> throw ProblemException.invalid("order", "library.api.order");
        };
    }

    /// Shares a link or a text.
    @Post("/communities/{slug}/resources")
    HttpResponse<ResourceJson> share(
            String slug,
            @Body ResourceWords body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Details details = body.details();
        Material material = body.material();
        body.sent().ask(() -> communities.bySlug(person, slug).asksIdentifiers());
        return shared(library.share(person, slug, details, material, idempotencyKey));
    }

    /// Shares a file, with what is said of it in the other fields of the form.
    @Post("/communities/{slug}/resources")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<ResourceJson> shareFile(
            String slug,
            @Nullable @Body InputStream body,
            @Nullable @Header("Idempotency-Key") String idempotencyKey,
            HttpRequest<?> request,
            Viewer viewer)
            throws IOException {
        Viewer.SignedIn person = viewer.signedIn();
        try (FormWithFile sent =
                FormWithFile.read(request, MaterialBody.given(body), Uploads.MOST_BYTES)) {
            ResourceWords words = ResourceWords.of(sent.form());
            // Before the file is looked at: what is missing is said at once.
            var details = words.details();
            words.sent()
                    .with("file-name", sent.fileName())
                    .ask(() -> communities.bySlug(person, slug).asksIdentifiers());
            Upload upload = MaterialBody.taken(uploads, person, sent);
            return shared(
                    library.share(
                            person,
                            slug,
                            details,
                            new Material.File(upload.id(), sent.form().flag("noPatientSeen")),
                            idempotencyKey));
        }
    }

    private HttpResponse<ResourceJson> shared(Resource resource) {
        return HttpResponse.created(
                        ResourceJson.of(resource, site.baseUrl()),
                        URI.create("/api/v1/resources/" + Ids.text(resource.id())))
                .header(HttpHeaders.ETAG, Revision.tag(resource.revision()));
    }

    @Get("/resources/{id}")
    HttpResponse<ResourceJson> read(String id, Viewer viewer) {
        return answer(library.resource(viewer, Ids.parse(id)));
    }

    /// What is absent stays. `If-Match` names the revision it was made from.
    @Patch("/resources/{id}")
    HttpResponse<ResourceJson> edit(
            String id,
            @Body ResourceWords body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        Resource now = library.resource(person, Ids.parse(id));
        body.sent().ask(() -> communities.byId(person, now.communityId()).asksIdentifiers());
        int revision = Revision.held(ifMatch, now.revision());
        // What she wanted before, and still waits, stays.
        Optional<ProposedWords> waiting =
                rewording
                        .waiting(person, now.id())
                        .filter(words -> words.by().id() == person.personId());
        Details words = waiting.map(ProposedWords::details).orElse(now.details());
        Resource edited =
                library.edit(
                        person,
                        now.id(),
                        body.details(words),
                        revision,
                        waiting.map(ProposedWords::id).orElse(0L));
        // What waits for a curator is accepted, and not done yet.
        boolean waits =
                edited.revision() == now.revision()
                        && rewording.waiting(person, edited.id()).isPresent();
        return answer(edited).status(waits ? HttpStatus.ACCEPTED : HttpStatus.OK);
    }

    /// @param reason for its owner; whoever deletes what is her own owes none
    @Delete("/resources/{id}")
    HttpResponse<?> delete(String id, @QueryValue(defaultValue = "") String reason, Viewer viewer) {
        deciding.delete(viewer.signedIn(), Ids.parse(id), reason);
        return HttpResponse.noContent();
    }

    private MutableHttpResponse<ResourceJson> answer(Resource resource) {
        return HttpResponse.ok(ResourceJson.of(resource, site.baseUrl()))
                .header(HttpHeaders.ETAG, Revision.tag(resource.revision()));
    }
}
