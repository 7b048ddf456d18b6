package rounds.web.library;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.forum.Discussions;
import rounds.kernel.Viewer;
import rounds.library.CollectionLists;
import rounds.library.ResourceKind;
import rounds.library.ResourceSummary;
import rounds.library.ShelfFilter;
import rounds.library.Shelves;
import rounds.platform.database.Slice;
import rounds.platform.entry.Entry;
import rounds.web.community.Rooms;
import rounds.web.page.Page;

/// A community's library: what it opens on, and lists of what it holds.
@Controller("/c/{slug}/library")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class LibraryController {
    private static final int ROWS = 25;
    private static final int REQUESTS = 5;
    private static final int FEW = 8;

    private final Shelves shelves;
    private final Discussions discussions;
    private final CollectionLists collections;
    private final Rooms rooms;

    LibraryController(
            Shelves shelves, Discussions discussions, CollectionLists collections, Rooms rooms) {
        this.shelves = shelves;
        this.discussions = discussions;
        this.collections = collections;
        this.rooms = rooms;
    }

    /// What curators arranged, what is new and what is used most; a list as soon as one is asked
    /// for.
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
        boolean front = order == null && after == null && !filter.narrows();
        return rooms.show(
                viewer,
                slug,
                Capability.READ,
                front ? "library/front" : "library/library",
                community ->
                        front
                                ? front(viewer, community)
                                : new LibraryPage(
                                        community,
                                        filter,
                                        shelves.in(viewer, community.id(), filter, after, ROWS)));
    }

    private LibraryFront front(Viewer viewer, Community community) {
        return new LibraryFront(
                community,
                collections.all(viewer, community.id()),
                few(viewer, community, ShelfFilter.Order.NEWEST),
                few(viewer, community, ShelfFilter.Order.MOST_USED).items().stream()
                        .filter(one -> one.readers() > 0)
                        .toList(),
                discussions.requests(viewer, community.id(), REQUESTS));
    }

    private Slice<ResourceSummary> few(
            Viewer viewer, Community community, ShelfFilter.Order order) {
        var every = new ShelfFilter(order, null, null, null);
        return shelves.in(viewer, community.id(), every, null, FEW);
    }

    private static ShelfFilter.Order order(@Nullable String asked) {
        return switch (asked == null ? "" : asked) {
            case "most_used" -> ShelfFilter.Order.MOST_USED;
            case "due" -> ShelfFilter.Order.DUE;
            default -> ShelfFilter.Order.NEWEST;
        };
    }
}
