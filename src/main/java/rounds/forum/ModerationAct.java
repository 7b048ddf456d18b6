package rounds.forum;

import java.util.Locale;

/// What a community's log tells of its discussions.
enum ModerationAct {
    CLOSED,
    REOPENED,
    PINNED,
    UNPINNED,
    FEATURED,
    UNFEATURED,
    MOVED_AWAY,
    MOVED_HERE,
    SPLIT,
    /// Of what a split took posts from; its detail is how many.
    PARTED,
    /// Of a title or a kind; its detail is the kind that there was.
    CORRECTED,
    MERGED,
    TAG_DESCRIBED,
    TAG_MERGED,
    SYNONYM_ENDED,
    POST_HIDDEN,
    POST_RESTORED,
    POST_KEPT,
    POST_APPROVED,
    POST_DECLINED,
    POST_DELETED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
