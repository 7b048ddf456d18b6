package rounds.forum;

/// What the viewer may do with a discussion.
///
/// @param tag whether she may change its tags; `edit` covers title, kind and the opening words, too
/// @param moderate whether she may hide and restore
public record DiscussionRights(
        boolean reply,
        boolean edit,
        boolean tag,
        boolean delete,
        boolean close,
        boolean reopen,
        boolean pin,
        boolean moderate) {}
