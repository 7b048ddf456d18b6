package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;
import rounds.platform.markdown.Html;

/// What curators have put together of a library, as its viewer may read it.
///
/// @param parent the collection in which it lies; absent for one that lies in none, and where the
///   viewer may not read that
/// @param source its description in Markdown
/// @param resources how many stand in it that all who read it can read
/// @param revision of its words
/// @param arranged raised with every change of what stands in it and in which order
public record LibraryCollection(
        long id,
        long communityId,
        String communitySlug,
        @Nullable Parent parent,
        String title,
        String source,
        Html description,
        String language,
        int resources,
        int revision,
        int arranged) {

    public record Parent(long id, String title, String path) {}

    public String path() {
        return path(communitySlug, id, title);
    }

    /// Canonical address without the host.
    static String path(String communitySlug, long id, String title) {
        String slug = Slug.of(title);
        return "/c/"
                + communitySlug
                + "/library/collections/"
                + Ids.text(id)
                + (slug.isEmpty() ? "" : "-" + slug);
    }

    public boolean isNested() {
        return parent != null;
    }
}
