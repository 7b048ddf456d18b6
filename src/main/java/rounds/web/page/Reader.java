package rounds.web.page;

import java.time.ZoneId;

/// For whom a page is rendered: what filters must know of her.
///
/// @param zone in which she reads times
record Reader(Language language, ZoneId zone) {
    static final String NAME = "reader";
}
