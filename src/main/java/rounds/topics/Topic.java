package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.LogEntry;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.platform.database.Ids;
import rounds.platform.entry.Slug;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A focus topic as its viewer may read it.
///
/// @param communitySlug empty where the viewer may not know the community, to which it is shown as
///   a guest's
/// @param owner who looks at the summary again; null: nobody was named
/// @param reviewOn by when; null: no day was chosen
/// @param overdue whether that day has passed and nobody has looked since
/// @param own whether the viewer proposed it
/// @param voted whether she wants it
/// @param saved whether she has saved it, `followed` whether she follows it
/// @param reads who reads it, guests of other communities apart
/// @param summary the summary that stands; null: none is written yet
/// @param read the number of the summary that the viewer read last; 0: none
/// @param since what changed in the versions that came after that, a line each, the newest first
/// @param waiting how many suggestions for the summary wait; 0 for who is no member
/// @param practised how many used in practice what it says
/// @param shared whether another community reads it, or was asked to
/// @param resultId the resource that its summary became; null: none
/// @param ended why it was declined, taken back or archived
/// @param history what was done with it last, the newest first; nothing for who is no member
/// @param revision from which an edit of its facts goes on; raised with each change of them
/// @param arranged raised with each change of its shelf
public record Topic(
        long id,
        long communityId,
        String communitySlug,
        String communityName,
        Pursuit pursuit,
        TopicState state,
        Author proposer,
        List<Author> curators,
        @Nullable Author owner,
        @Nullable LocalDate reviewOn,
        boolean overdue,
        Instant proposedAt,
        @Nullable Instant openedAt,
        @Nullable Instant publishedAt,
        Instant changedAt,
        boolean own,
        boolean voted,
        boolean saved,
        boolean followed,
        Visibility reads,
        @Nullable Summary summary,
        int read,
        List<String> since,
        int waiting,
        int votes,
        int practised,
        boolean shared,
        @Nullable Long resultId,
        String ended,
        int revision,
        int arranged,
        @Nullable String sourceId,
        List<LogEntry> history,
        TopicRights may) {

    public String title() {
        return pursuit.title();
    }

    public String path() {
        return path(id, pursuit.title());
    }

    public ContentRef ref() {
        return ref(id);
    }

    /// Canonical address without the host.
    static String path(long id, String title) {
        String slug = Slug.of(title);
        return "/focus/" + Ids.text(id) + (slug.isEmpty() ? "" : "-" + slug);
    }

    static ContentRef ref(long id) {
        return new ContentRef(ContentType.TOPIC, id);
    }
}
