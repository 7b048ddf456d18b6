package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.LogEntry;
import rounds.kernel.Excerpt;

/// An entry of a community's log as its page shows it.
///
/// @param content what it was done to, as the viewer may read it; null where she may not, or where
///   it was done to none
public record LogLine(LogEntry entry, @Nullable Excerpt content) {}
