package rounds.forum;

/// What the viewer may do with a discussion.
///
/// @param tag whether she may change its tags; `correct` its title and kind; `edit` covers all of
///   it with the opening words
/// @param moderate whether she may hide posts and bring them back
public record DiscussionRights(
        boolean reply,
        boolean edit,
        boolean tag,
        boolean correct,
        boolean delete,
        boolean close,
        boolean reopen,
        boolean pin,
        boolean moderate,
        Arrange arrange) {

    /// @param move whether she may move it to another community that she moderates as well
    /// @param merge whether she may split it and merge it into another
    public record Arrange(boolean feature, boolean move, boolean merge) {
        public static final Arrange NONE = new Arrange(false, false, false);
    }
}
