package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.library.CollectionWithin;
import rounds.library.LibraryCollection;
import rounds.library.ResourceSummary;
import rounds.platform.database.Ids;
import rounds.platform.database.Slice;

import java.util.List;

/// A collection on its page.
///
/// @param first whether the list begins here
public record CollectionView(
        Community community, CollectionWithin shown, Slice<ResourceSummary> list, boolean first) {

    public LibraryCollection collection() {
        return shown.collection();
    }

    public List<LibraryCollection> within() {
        return shown.within();
    }

    /// Where it is changed; the verb follows.
    public String acts() {
        return "/c/"
                + community.slug()
                + "/library/collections/"
                + Ids.text(collection().id())
                + "/";
    }

    public @Nullable String next() {
        return list.next() == null ? null : collection().path() + "?after=" + list.next();
    }
}
