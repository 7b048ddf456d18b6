package rounds.forum;

/// What the viewer may do with a post.
///
/// @param hide what she may read and hide as a moderator
/// @param restore what is hidden and she may bring back
/// @param revisions whether she may see what it said before
public record PostRights(
        boolean reply,
        boolean edit,
        boolean delete,
        boolean report,
        boolean hide,
        boolean restore,
        boolean decide,
        boolean revisions) {
    static final PostRights NONE =
            new PostRights(false, false, false, false, false, false, false, false);
}
