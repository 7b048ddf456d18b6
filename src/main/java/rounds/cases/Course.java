package rounds.cases;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;

/// What has gone on with a story.
///
/// @param againAt since when its author asks that it be shown again; null: she does not
/// @param again what she says to the moderators with it
/// @param readFirstAt when a second reader let it out; null: nobody read it first
/// @param editedAt when it was changed last after others could read it; null: never
/// @param asked who was asked to read it first, while it waits; null: any moderator may
public record Course(
        @Nullable Instant againAt,
        String again,
        @Nullable Instant readFirstAt,
        @Nullable Instant editedAt,
        @Nullable Author asked) {
    public static final Course NONE = new Course(null, "", null, null, null);

    /// Whether others read what its second reader has not read.
    public boolean isChangedSinceRead() {
        return readFirstAt != null && editedAt != null && editedAt.isAfter(readFirstAt);
    }
}
