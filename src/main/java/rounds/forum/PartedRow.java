package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// @param at the number of the post that came first; of those that left, of the last before them
///   that the viewer reads
@Introspected
record PartedRow(
        boolean came,
        int at,
        int posts,
        @Nullable Long id,
        @Nullable String title,
        @Nullable String language) {

    Parted parted() {
        return new Parted(
                came,
                posts,
                id == null || title == null ? null : Addresses.discussion(id, title),
                title,
                language);
    }
}
