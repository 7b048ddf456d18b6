package rounds.forum;

import java.util.Locale;

/// By whom a post was taken away that was not hidden for a [rounds.community.Reason].
public enum Gone {
    /// Its author deleted what others had read.
    AUTHOR,
    /// Its author deleted what nobody had read: it leaves no place.
    WITHDRAWN,
    MODERATOR,
    /// A moderator did not let through what waited: it leaves no place.
    DECLINED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
