package rounds.web.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Communities;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.library.Arranging;
import rounds.library.Collecting;
import rounds.library.CollectionLists;
import rounds.library.CollectionWords;
import rounds.library.LibraryCollection;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.order.Step;
import rounds.web.Signboard;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/// The collections of a library, and what stands in them.
@Controller("/api/v1")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class CollectionsApi {
    private final CollectionLists lists;
    private final Collecting collecting;
    private final Arranging arranging;
    private final Communities communities;
    private final Transactions transactions;
    private final Signboard site;

    CollectionsApi(
            CollectionLists lists,
            Collecting collecting,
            Arranging arranging,
            Communities communities,
            Transactions transactions,
            Signboard site) {
        this.lists = lists;
        this.collecting = collecting;
        this.arranging = arranging;
        this.communities = communities;
        this.transactions = transactions;
        this.site = site;
    }

    /// All of them in their order, each followed by those that lie in it.
    @Get("/communities/{slug}/collections")
    Listed<CollectionJson> list(String slug, Viewer viewer) {
        var all =
                transactions.read(
                        viewer,
                        () ->
                                lists.all(
                                        viewer,
                                        communities.bySlug(viewer, slug, Capability.READ).id()));
        List<CollectionJson> items =
                all.stream()
                        .flatMap(one ->
                                Stream.concat(Stream.of(one.collection()), one.within().stream()))
                        .map(this::json)
                        .toList();
        return new Listed<>(items, null, (long) items.size());
    }

    @Post("/communities/{slug}/collections")
    HttpResponse<CollectionJson> make(String slug, @Body Words body, Viewer viewer) {
        LibraryCollection made =
                collecting.make(
                        viewer.signedIn(),
                        slug,
                        new CollectionWords(
                                or(body.title, ""),
                                or(body.description, ""),
                                or(body.language, ""),
                                parent(body.parent, null)));
        return HttpResponse.created(
                        json(made), URI.create("/api/v1/collections/" + Ids.text(made.id())))
                .header(HttpHeaders.ETAG, Revision.tag(made.revision()));
    }

    @Get("/collections/{id}")
    HttpResponse<CollectionJson> read(String id, Viewer viewer) {
        return answer(lists.one(viewer, Ids.parse(id)).collection());
    }

    /// What is absent stays; an empty `parent` takes it out of the collection in which it lies.
    /// `If-Match` names the revision it was made from.
    @Patch("/collections/{id}")
    HttpResponse<CollectionJson> describe(
            String id,
            @Body Words body,
            @Nullable @Header(HttpHeaders.IF_MATCH) String ifMatch,
            Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        LibraryCollection now = lists.one(person, Ids.parse(id)).collection();
        int revision = Revision.held(ifMatch, now.revision());
        LibraryCollection.Parent lies = now.parent();
        return answer(
                collecting.describe(
                        person,
                        now.id(),
                        new CollectionWords(
                                or(body.title, now.title()),
                                or(body.description, now.source()),
                                or(body.language, now.language()),
                                parent(body.parent, lies == null ? null : lies.id())),
                        revision));
    }

    @Delete("/collections/{id}")
    HttpResponse<?> delete(String id, Viewer viewer) {
        collecting.delete(viewer.signedIn(), Ids.parse(id));
        return HttpResponse.noContent();
    }

    /// Moves a collection among those that lie beside it.
    @Put("/collections/{id}/place")
    HttpResponse<?> place(String id, @Body Beside body, Viewer viewer) {
        arranging.move(viewer.signedIn(), Ids.parse(id), body.step());
        return HttpResponse.noContent();
    }

    /// In their order.
    @Get("/collections/{id}/resources")
    HttpResponse<Listed<ResourceJson>> resources(
            String id,
            @Nullable @QueryValue String after,
            @Nullable @QueryValue Integer limit,
            HttpRequest<?> request,
            Viewer viewer) {
        var page =
                transactions.read(
                        viewer,
                        () -> {
                            long collection = lists.one(viewer, Ids.parse(id)).collection().id();
                            return lists.in(viewer, collection, after, Listed.limit(limit));
                        });
        return Listed.answer(
                Listed.of(page, row -> ResourceJson.of(row, site.baseUrl())),
                request,
                site,
                "after");
    }

    /// Puts a resource into the collection, or moves it where it stands there already; at the end,
    /// if no other is named.
    @Put("/collections/{id}/resources/{resourceId}")
    HttpResponse<?> put(String id, String resourceId, @Nullable @Body Beside body, Viewer viewer) {
        Viewer.SignedIn person = viewer.signedIn();
        long collection = Ids.parse(id);
        long resource = Ids.parse(resourceId);
        transactions.run(
                person,
                () -> {
                    collecting.put(person, collection, resource);
                    if (body != null && !body.isEmpty()) {
                        arranging.move(person, collection, resource, body.step(), null);
                    }
                });
        return HttpResponse.noContent();
    }

    @Delete("/collections/{id}/resources/{resourceId}")
    HttpResponse<?> take(String id, String resourceId, Viewer viewer) {
        collecting.take(viewer.signedIn(), Ids.parse(id), Ids.parse(resourceId));
        return HttpResponse.noContent();
    }

    private static @Nullable Long parent(@Nullable String given, @Nullable Long now) {
        return given == null ? now : given.isEmpty() ? null : (Long) Ids.parse(given);
    }

    private static String or(@Nullable String given, String now) {
        return given == null ? now : given;
    }

    private CollectionJson json(LibraryCollection collection) {
        return CollectionJson.of(collection, site.baseUrl());
    }

    private HttpResponse<CollectionJson> answer(LibraryCollection collection) {
        return HttpResponse.ok(json(collection))
                .header(HttpHeaders.ETAG, Revision.tag(collection.revision()));
    }

    /// @param description Markdown
    /// @param parent the id of the collection in which it lies
    @Serdeable
    record Words(
            @Nullable String title,
            @Nullable String description,
            @Nullable String language,
            @Nullable String parent) {}

    /// @param before the id of what it is put before; or
    /// @param after of what it is put behind
    @Serdeable
    record Beside(@Nullable String before, @Nullable String after) {

        boolean isEmpty() {
            return before == null && after == null;
        }

        Step step() {
            if ((before == null) == (after == null)) {
                throw ProblemException.invalid("before", "library.api.beside");
            }
            return before == null
                    ? new Step.After(Ids.parse(String.valueOf(after)))
                    : new Step.Before(Ids.parse(before));
        }
    }
}
