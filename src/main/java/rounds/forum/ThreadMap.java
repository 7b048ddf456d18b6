package rounds.forum;

import rounds.platform.database.Slice;

/// All posts of a discussion, in the order of the tree, without their words.
public record ThreadMap(Discussion discussion, Slice<Landmark> posts) {}
