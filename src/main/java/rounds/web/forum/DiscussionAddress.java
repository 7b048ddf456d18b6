package rounds.web.forum;

import rounds.platform.database.Ids;

/// The part of an address that names a discussion: its id, and for people a slug behind it. The id
/// decides.
///
/// @param text as it stands in the address
record DiscussionAddress(String text) {
    private static final int ID_LENGTH = 13;

    long id() {
        return Ids.parse(
                text.length() > ID_LENGTH && text.charAt(ID_LENGTH) == '-'
                        ? text.substring(0, ID_LENGTH)
                        : text);
    }

    /// Whether this is the discussion's one address; any other slug leads there.
    boolean isOf(String path) {
        return path.equals("/d/" + text);
    }
}
