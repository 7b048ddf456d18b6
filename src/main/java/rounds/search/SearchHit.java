package rounds.search;

import rounds.kernel.Excerpt;

/// One hit: the content as its viewer may read it, and where it says what was asked for.
///
/// @param title the title, the words that were asked for marked
/// @param passage about 200 characters of the text, likewise
public record SearchHit(Excerpt excerpt, Passage title, Passage passage) {}
