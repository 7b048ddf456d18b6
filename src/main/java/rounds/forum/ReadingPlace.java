package rounds.forum;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// How far the viewer has read a discussion.
///
/// @param fresh how many of its posts are new to her; -1 where she has not opened it yet; absent
///   where nobody keeps it: for visitors, and outside her communities until she has read there
/// @param since when she last read there
/// @param first the number of the first post that she has not read
/// @param upTo when the last post was written before that one: what is new is newer than this;
///   absent where she has read no further than the opening post
/// @param order in which she reads discussions, where she chose
public record ReadingPlace(
        @Nullable Integer fresh,
        @Nullable Instant since,
        @Nullable Integer first,
        @Nullable Instant upTo,
        @Nullable View order) {
    public static final ReadingPlace NONE = new ReadingPlace(null, null, null, null, null);

    /// As many as are worth telling apart.
    public static final int MOST = 99;

    static ReadingPlace of(@Nullable Integer fresh) {
        return new ReadingPlace(fresh, null, null, null, null);
    }

    /// Whether there is something to read: in bold.
    public boolean unread() {
        return fresh != null && fresh != 0;
    }

    /// Whether she has read all of it.
    public boolean seen() {
        return fresh != null && fresh == 0;
    }

    /// Whether she has been there, and others have written since.
    public boolean returning() {
        return fresh != null && fresh > 0 && since != null;
    }

    /// How many are new, up to [#MOST]; 0 where she has not opened it.
    public int shown() {
        return fresh == null ? 0 : Math.clamp(fresh, 0, MOST);
    }

    public boolean more() {
        return fresh != null && fresh > MOST;
    }
}
