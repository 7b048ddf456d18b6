package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;

import java.util.List;

/// The log of a community, the newest first.
///
/// @param next the address of the next page, or null on the last
public record LogPage(Community community, List<LogLine> lines, @Nullable String next) {}
