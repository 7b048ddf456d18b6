package rounds.web.community;

import rounds.community.Community;

import java.util.List;

/// The first page for somebody who has not signed in.
///
/// @param communities some that she may read
public record VisitorPage(List<Community> communities) {}
