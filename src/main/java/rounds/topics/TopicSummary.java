package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A topic in a list.
///
/// @param communitySlug empty where the viewer may not know the community: it is shown to another
///   of hers
/// @param voted whether the viewer wants it
/// @param summary the number of the summary that stands; 0: none is written yet
/// @param read the number of the summary that she read last; 0: none
/// @param curators what those are called who were asked to tend it
public record TopicSummary(
        long id,
        String communitySlug,
        String communityName,
        String title,
        String question,
        String language,
        TopicState state,
        List<String> tags,
        @Nullable LocalDate starts,
        @Nullable LocalDate ends,
        @Nullable LocalDate reviewOn,
        int votes,
        boolean voted,
        int summary,
        int read,
        Author proposer,
        List<String> curators,
        Instant changedAt) {

    public String path() {
        return Topic.path(id, title);
    }

    /// Whether the summary says something else than when she read it last.
    public boolean isNew() {
        return read > 0 && summary > read;
    }

    /// For links that lead into its page.
    public String text() {
        return Ids.text(id);
    }
}
