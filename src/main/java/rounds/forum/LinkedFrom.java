package rounds.forum;

import java.util.List;

/// Posts of other discussions that lead to a post, as far as the viewer reads them.
///
/// @param newest at most [#SHOWN]
/// @param more whether there are others
public record LinkedFrom(List<Referrer> newest, boolean more) {
    public static final int SHOWN = 3;

    public static final LinkedFrom NOWHERE = new LinkedFrom(List.of(), false);

    /// There are some, which have not been asked for.
    static final LinkedFrom UNREAD = new LinkedFrom(List.of(), true);
}
