package rounds.forum;

import java.time.Instant;

/// A post by its place: one that leads to another, or one that can be led to.
///
/// @param title of its discussion
/// @param communitySlug begins with `~` for a private note
/// @param path where it stands
public record Referrer(
        long postId,
        long discussionId,
        String title,
        String language,
        int number,
        String path,
        String communitySlug,
        String communityName,
        String authorHandle,
        String authorName,
        Instant at) {

    public boolean conversation() {
        return communitySlug.startsWith("~");
    }
}
