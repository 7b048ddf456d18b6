package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;

/// One person's reaction to a post.
///
/// @param outcome of what she tried
/// @param note on where she tried it; may be empty
/// @param place the organisation for which she said "same here"; may be empty
/// @param community the name of the community for which she said so, where the viewer may know it
public record Said(
        Author by,
        Reaction reaction,
        @Nullable Tried outcome,
        String note,
        String place,
        @Nullable String communitySlug,
        @Nullable String community,
        Instant at) {}
