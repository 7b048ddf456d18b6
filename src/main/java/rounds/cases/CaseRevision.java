package rounds.cases;

import java.time.Instant;

/// What a published story said at one time.
///
/// @param revision what it is asked for by; grows, with gaps
/// @param nth counted from the first
/// @param writtenAt when it could first be read so
public record CaseRevision(int revision, int nth, Instant writtenAt) {}
