package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/// @param at the number of the post that came first; of those that left, of the last before them
///   that the viewer reads
@Introspected
record PartedRow(
        String way,
        int at,
        int posts,
        @Nullable Long id,
        @Nullable String title,
        @Nullable String language) {

    Parted parted() {
        return new Parted(
                Parted.Way.valueOf(way.toUpperCase(Locale.ROOT)),
                posts,
                id == null || title == null ? null : Addresses.discussion(id, title),
                title,
                language);
    }
}
