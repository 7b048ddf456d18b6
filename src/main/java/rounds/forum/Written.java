package rounds.forum;

/// The draft that something was written in. It goes, in the same transaction, when what was written
/// is stored; unless another device has saved to it since.
public record Written(long draft, int revision) {}
