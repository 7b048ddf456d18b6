package rounds.forum;

import java.time.Instant;

/// Words of a post at one time.
///
/// @param revision what it is asked for by; grows, with gaps
/// @param nth counted from the first that is kept
/// @param sealed taken out while the post was hidden: only its author and moderators see it
public record Revision(int revision, int nth, Instant writtenAt, boolean sealed) {}
