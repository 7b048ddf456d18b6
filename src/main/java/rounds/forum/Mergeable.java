package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// A discussion into which another could be merged.
///
/// @param kind its code
/// @param posts that can be read in it
/// @param openedBy the name of who began it
@Introspected
public record Mergeable(
        long id,
        String title,
        String language,
        String kind,
        int posts,
        Instant openedAt,
        String openedBy) {

    public String path() {
        return Addresses.discussion(id, title);
    }

    public int replies() {
        return Math.max(0, posts - 1);
    }
}
