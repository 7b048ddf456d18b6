package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.community.Standing;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.State;
import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;
import rounds.platform.markdown.Html;

import java.time.Instant;
import java.time.LocalDate;

/// An entry in a community's library, as its viewer may read it.
///
/// @param description as safe HTML; its source stands in the details
/// @param current the number of the version that is read
/// @param official whether curators stand for it as the community's own
/// @param reviewOn the day from which it is due to be looked at again
/// @param successor what has taken its place, where the viewer may read that
/// @param origin what it was adapted from; null where it is nobody's adaptation
/// @param readers how many people have opened it
/// @param downloads how many people have taken its file along
/// @param practised how many people say that they have used it in practice
/// @param reads who reads it: what is shared in a narrow community stays narrow in a wider one
/// @param languageSaid whether somebody said its language, which is heard otherwise
public record Resource(
        long id,
        long communityId,
        String communitySlug,
        String communityName,
        Details details,
        Html description,
        State state,
        Author sharedBy,
        Instant sharedAt,
        Instant changedAt,
        int current,
        int revision,
        boolean official,
        @Nullable LocalDate reviewOn,
        @Nullable Successor successor,
        @Nullable Origin origin,
        int readers,
        int downloads,
        int practised,
        @Nullable String sourceId,
        boolean languageSaid,
        Visibility reads,
        Standing standing,
        ResourceRights may) {

    public record Successor(String title, String path) {}

    /// What an adaptation was made from.
    ///
    /// @param title empty where the viewer cannot read it, or it is gone; so are its address and
    ///   the name of its community then
    /// @param changes what was changed, and why
    public record Origin(String title, String path, String communityName, String changes) {}

    public String title() {
        return details.title();
    }

    public String path() {
        return path(id, details.title());
    }

    /// Canonical address without the host.
    static String path(long id, String title) {
        String slug = Slug.of(title);
        return "/r/" + Ids.text(id) + (slug.isEmpty() ? "" : "-" + slug);
    }
}
