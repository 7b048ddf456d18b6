package rounds.web.library;

import rounds.community.Community;
import rounds.forum.DiscussionSummary;
import rounds.library.CollectionWithin;
import rounds.library.ResourceKind;
import rounds.library.ResourceSummary;
import rounds.platform.database.Slice;

import java.util.List;

/// What a community's library opens on.
///
/// @param collections all of them
/// @param newest a few
/// @param used the most used ones, of those that anybody has opened
/// @param requests what is looked for and not found yet
public record LibraryFront(
        Community community,
        List<CollectionWithin> collections,
        Slice<ResourceSummary> newest,
        List<ResourceSummary> used,
        List<DiscussionSummary> requests) {
    private static final int SHOWN = 12;

    public String path() {
        return "/c/" + community.slug() + "/library";
    }

    /// The first of them, so that what is new is not far below.
    public List<CollectionWithin> first() {
        return collections.subList(0, Math.min(SHOWN, collections.size()));
    }

    public boolean hasMore() {
        return collections.size() > SHOWN;
    }

    public List<String> kinds() {
        return ResourceKind.codes();
    }
}
