package rounds.kernel;

/// A tag that its community stores as another: whoever asks for the one means the other.
public record MergedTag(long communityId, String tag, String main) {}
