package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A resource as a list shows it.
///
/// @param type of its file; empty for a link or a text
/// @param pages how many it has, where that says something
/// @param waits whether others do not read it: it waits to be let in, or is hidden
public record ResourceSummary(
        long id,
        String communitySlug,
        String communityName,
        String kind,
        String title,
        String language,
        List<String> tags,
        String form,
        String type,
        int pages,
        Author sharedBy,
        Instant changedAt,
        boolean official,
        @Nullable LocalDate reviewOn,
        int readers,
        boolean waits,
        int revision) {

    public String path() {
        return Resource.path(id, title);
    }
}
