package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// A topic on whose shelf the viewer can put something, or suggest it.
///
/// @param curates whether she puts it there herself
/// @param stands `shelved` or `suggested` where it is that already
@Introspected
public record ShelfChoice(
        long id,
        String title,
        String language,
        long communityId,
        String communitySlug,
        String communityName,
        boolean curates,
        @Nullable String stands) {}
