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
