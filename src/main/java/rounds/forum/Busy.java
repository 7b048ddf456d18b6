package rounds.forum;

/// A discussion in which people have written since.
///
/// @param fresh how many posts are new, counted to 100
public record Busy(DiscussionSummary discussion, int fresh) {}
