package rounds.notifications;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/// What one person keeps of one discussion: how much she hears of it, what of it is new to her,
/// what she saved.
///
/// @param level what she chose for it; null: as usual
/// @param usual what she hears without a choice
/// @param unread whether something that she was told of it is unread
/// @param saved the discussion's id, where she saved it, and those of posts
public record Keeping(@Nullable Level level, Level usual, boolean unread, Set<Long> saved) {
    public static final Keeping NONE = new Keeping(null, Level.REPLIES, false, Set.of());

    /// The code of what she chose; empty: as usual.
    public String chosen() {
        return Level.code(level);
    }
}
