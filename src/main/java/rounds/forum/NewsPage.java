package rounds.forum;

import java.util.List;

/// Posts that a page of a discussion does not show yet, or no longer as they are.
///
/// @param posts in the order of time
/// @param more whether there are newer ones than these
public record NewsPage(Discussion discussion, List<Post> posts, boolean more) {}
