package rounds.library;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.Moment;
import rounds.platform.database.Ids;
import rounds.platform.database.Transactions;
import rounds.platform.markdown.Html;
import rounds.platform.markdown.Markdown;
import rounds.platform.order.Places;

import java.util.Collection;
import java.util.List;

/// Curators put together what belongs together.
@Singleton
public class Collecting {
    private final CollectionRepository rows;
    private final CollectionEntryRepository entries;
    private final ResourceRepository resources;
    private final Curation curation;
    private final CurationLog log;
    private final Markdown markdown;
    private final Transactions transactions;
    private final Moment moment;

    Collecting(
            CollectionRepository rows,
            CollectionEntryRepository entries,
            ResourceRepository resources,
            Curation curation,
            CurationLog log,
            Markdown markdown,
            Transactions transactions,
            Moment moment) {
        this.rows = rows;
        this.entries = entries;
        this.resources = resources;
        this.curation = curation;
        this.log = log;
        this.markdown = markdown;
        this.transactions = transactions;
        this.moment = moment;
    }

    /// Makes a collection; it stands behind the others.
    ///
    /// @throws ProblemException not found, forbidden, a conflict where a library has
    ///   [CollectionLists#MOST], or invalid with every field that cannot be taken
    public LibraryCollection make(Viewer.SignedIn viewer, String slug, CollectionWords entered) {
        CollectionWords words = entered.checked();
        Html html = markdown.render(words.description());
        return transactions.write(
                viewer,
                () -> {
                    RoomRow room = resources.room(slug).orElseThrow(ProblemException::notFound);
                    curation.require(Capability.CURATE, room.standing(viewer), false);
                    requireParent(room.id(), words.parentId());
                    long id = Ids.next();
                    int made =
                            rows.add(
                                    id,
                                    room.id(),
                                    words.parentId(),
                                    words.title(),
                                    words.description(),
                                    html.value(),
                                    html.version(),
                                    words.language(),
                                    CollectionLists.MOST,
                                    moment.now());
                    if (made == 0) {
                        throw conflict("library.collections.enough");
                    }
                    log.collected(viewer, room.id(), "collection_made", words.title());
                    return row(id).shown(markdown);
                });
    }

    /// Changes what is said of it, and where it lies.
    ///
    /// @param revision that was edited; null: whichever it is now
    public LibraryCollection describe(
            Viewer.SignedIn viewer, long id, CollectionWords entered, @Nullable Integer revision) {
        CollectionWords words = entered.checked();
        Html html = markdown.render(words.description());
        return transactions.write(
                viewer,
                () -> {
                    CollectionRow row = curated(viewer, id);
                    if (words.parentId() != null) {
                        requireParent(row.communityId(), words.parentId());
                        if (words.parentId() == id || !rows.within(id, 1).isEmpty()) {
                            throw ProblemException.invalid("parent", "library.collection.too-deep");
                        }
                    }
                    int changed =
                            rows.edit(
                                    id,
                                    revision == null ? row.revision() : revision,
                                    words.parentId(),
                                    words.title(),
                                    words.description(),
                                    html.value(),
                                    html.version(),
                                    words.language(),
                                    moment.now());
                    if (changed == 0) {
                        throw conflict("library.edited-meanwhile");
                    }
                    log.collected(viewer, row.communityId(), "collection_changed", words.title());
                    return row(id).shown(markdown);
                });
    }

    /// A collection lies in one of the same community that lies in none itself.
    private void requireParent(long communityId, @Nullable Long parentId) {
        if (parentId != null
                && rows.hold(parentId)
                        .flatMap(rows::seen)
                        .filter(parent -> parent.communityId() == communityId)
                        .filter(parent -> parent.parentId() == null)
                        .isEmpty()) {
            throw ProblemException.invalid("parent", "library.collection.too-deep");
        }
    }

    /// Takes a collection apart: its resources stay in the library, and what lay in it stands by
    /// itself.
    public void delete(Viewer.SignedIn viewer, long id) {
        transactions.run(
                viewer,
                () -> {
                    CollectionRow row = curated(viewer, id);
                    rows.raise(id);
                    rows.remove(id);
                    log.collected(viewer, row.communityId(), "collection_deleted", row.title());
                });
    }

    /// Puts a resource at the end of a collection; where it stands in it already, it stays.
    ///
    /// @throws ProblemException not found, also for a resource of another community
    public void put(Viewer.SignedIn viewer, long id, long resourceId) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow resource =
                            entries.hold(resourceId)
                                    .flatMap(resources::seen)
                                    .orElseThrow(ProblemException::notFound);
                    put(viewer, curated(viewer, id), resource);
                });
    }

    private void put(Viewer.SignedIn viewer, CollectionRow row, ResourceRow resource) {
        if (entries.put(row.id(), resource.id(), Places.APART, moment.now()) == 1) {
            entries.touch(row.id());
            log.collected(viewer, resource, "resource_collected", row.title());
        } else if (entries.entry(row.id(), resource.id()).isEmpty()) {
            throw ProblemException.notFound();
        }
    }

    /// Takes a resource out of a collection; it stays in the library.
    public void take(Viewer.SignedIn viewer, long id, long resourceId) {
        transactions.run(
                viewer,
                () -> {
                    CollectionRow row = curated(viewer, id);
                    resources.seen(resourceId).ifPresent(resource -> take(viewer, row, resource));
                });
    }

    private void take(Viewer.SignedIn viewer, CollectionRow row, ResourceRow resource) {
        if (entries.take(row.id(), resource.id()) == 1) {
            entries.touch(row.id());
            log.collected(viewer, resource, "resource_uncollected", row.title());
        }
    }

    /// Says of all collections that were offered in which of them a resource stands from now on;
    /// what was made meanwhile stays as it is.
    ///
    /// @param offered ids of collections
    /// @param wanted those of them in which it is to stand
    public void place(
            Viewer.SignedIn viewer,
            long resourceId,
            Collection<Long> offered,
            Collection<Long> wanted) {
        transactions.run(
                viewer,
                () -> {
                    ResourceRow resource =
                            resources.seen(resourceId).orElseThrow(ProblemException::notFound);
                    curation.require(Capability.CURATE, resource.standing(viewer), false);
                    entries.hold(resourceId);
                    List<Long> now = entries.holding(resourceId);
                    // Always in the same order, so that two who do this wait for each other once.
                    offered.stream()
                            .distinct()
                            .sorted()
                            .filter(id -> now.contains(id) != wanted.contains(id))
                            .forEach(id -> {
                                CollectionRow row = curated(viewer, id);
                                if (wanted.contains(id)) {
                                    put(viewer, row, resource);
                                } else {
                                    take(viewer, row, resource);
                                }
                            });
                });
    }

    /// Locked, so that what is decided about it holds.
    private CollectionRow curated(Viewer.SignedIn viewer, long id) {
        CollectionRow row = row(id);
        curation.require(Capability.CURATE, row.standing(viewer), false);
        return rows.hold(id).flatMap(rows::seen).orElseThrow(ProblemException::notFound);
    }

    private CollectionRow row(long id) {
        return rows.seen(id).orElseThrow(ProblemException::notFound);
    }

    private static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
