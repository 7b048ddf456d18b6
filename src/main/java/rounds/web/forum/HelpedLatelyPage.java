package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.HelpedLately;
import rounds.platform.database.Slice;

/// What helped with challenges lately.
///
/// @param community the one it is of; null: all of the reader's
public record HelpedLatelyPage(@Nullable Community community, Slice<HelpedLately> list) {

    public @Nullable String next() {
        if (list.next() == null) {
            return null;
        }
        String path = community == null ? "/helped" : community.path() + "/helped";
        return path + "?after=" + list.next();
    }
}
