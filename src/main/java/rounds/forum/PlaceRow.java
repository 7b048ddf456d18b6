package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// The next place in a discussion, or why there is none; and who takes it.
@Introspected
record PlaceRow(
        int number,
        @Nullable Long parentId,
        @Nullable Integer parentNumber,
        @Nullable String path,
        @Nullable Integer depth,
        String visibility,
        String state,
        boolean closed,
        boolean answerable,
        String handle,
        String name,
        String profession) {}
