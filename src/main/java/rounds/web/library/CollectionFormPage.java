package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.CollectionWithin;
import rounds.library.LibraryCollection;
import rounds.web.page.Filled;

import java.util.List;

/// The page on which a collection is made, or changed.
///
/// @param collection absent for a new one
/// @param parents in which it may lie
public record CollectionFormPage(
        Community community,
        @Nullable LibraryCollection collection,
        List<LibraryCollection> parents,
        Filled filled) {

    /// In a collection that holds others nothing is nested, nor in itself.
    static List<LibraryCollection> parents(
            List<CollectionWithin> all, @Nullable CollectionWithin own) {
        return own != null && !own.within().isEmpty()
                ? List.of()
                : all.stream()
                        .map(CollectionWithin::collection)
                        .filter(one -> own == null || one.id() != own.collection().id())
                        .toList();
    }

    public String path() {
        return "/c/" + community.slug() + "/library/collections";
    }
}
