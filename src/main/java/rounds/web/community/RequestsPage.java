package rounds.web.community;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Request;

import java.util.List;

/// Who asks to be let in.
///
/// @param next the address of the next page, or null on the last
public record RequestsPage(Community community, List<Request> requests, @Nullable String next) {}
