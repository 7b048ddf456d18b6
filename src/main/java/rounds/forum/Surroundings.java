package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Viewer;
import rounds.platform.database.Slice;

import java.util.List;
import java.util.Optional;

/// The ways through a discussion and from it to others.
@Singleton
final class Surroundings {
    /// Related is what is still talked about.
    private static final int LATEST = 300;

    private static final int MOST_RELATED = 10;
    private static final int MOST_LANDMARKS = 500;

    private final Threads threads;
    private final ReadingRepository rows;
    private final Rights rights;

    Surroundings(Threads threads, ReadingRepository rows, Rights rights) {
        this.threads = threads;
        this.rows = rows;
        this.rights = rights;
    }

    ThreadMap map(Viewer viewer, long id, @Nullable String after, int limit) {
        DiscussionRow discussion = threads.discussion(viewer, id);
        int taken = Math.clamp(limit, 1, MOST_LANDMARKS);
        String path = after == null || after.isEmpty() ? "" : TreePath.path(after);
        return new ThreadMap(
                discussion.seenBy(viewer, rights),
                Slice.of(rows.map(id, path, taken + 1), taken, row -> TreePath.cursor(row.path()))
                        .map(MapRow::landmark));
    }

    Optional<String> older(Viewer viewer, long id) {
        DiscussionRow here = threads.discussion(viewer, id);
        return rows.older(here.communityId(), here.lastAt(), id).map(Surroundings::path);
    }

    Optional<String> newer(Viewer viewer, long id) {
        DiscussionRow here = threads.discussion(viewer, id);
        return rows.newer(here.communityId(), here.lastAt(), id).map(Surroundings::path);
    }

    List<DiscussionSummary> related(Viewer viewer, long id) {
        DiscussionRow here = threads.discussion(viewer, id);
        if (here.tags().length == 0) {
            return List.of();
        }
        return rows.related(here.communityId(), id, here.tags(), LATEST, MOST_RELATED).stream()
                .map(SummaryRow::summary)
                .toList();
    }

    Optional<String> placeOfGone(Viewer viewer, long post) {
        return rows.gone(post)
                .map(place ->
                        Addresses.discussion(
                                        place.id(), threads.discussion(viewer, place.id()).title())
                                + "?at="
                                + place.number()
                                + "#p"
                                + place.number());
    }

    private static String path(TitleRow row) {
        return Addresses.discussion(row.id(), row.title());
    }
}
