package rounds.cases;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.List;

/// A story as a list shows it.
///
/// @param opening the first words of its telling, as they were typed
/// @param author null where it is not signed, or is the viewer's own
/// @param at when others could read it first; of a draft, when it was written in last; of one that
///   waits, since when
/// @param asked the name of who was asked to read it first, while it waits; null: any moderator may
public record CaseSummary(
        long id,
        String communitySlug,
        String communityName,
        String title,
        String language,
        CaseState state,
        @Nullable String outcome,
        @Nullable String setting,
        List<String> conditions,
        List<String> tags,
        List<String> learning,
        String opening,
        @Nullable Author author,
        int tried,
        int thanked,
        int same,
        Instant at,
        int revision,
        @Nullable String asked) {

    public String path() {
        return CaseStory.path(id, title);
    }
}
