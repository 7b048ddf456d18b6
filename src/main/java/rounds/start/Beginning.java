package rounds.start;

import rounds.kernel.Excerpt;

/// One of those contents with which newcomers begin.
///
/// @param why in a line of who put it there
public record Beginning(long id, String why, Excerpt content) {}
