package rounds.community;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

/// The two lines with which a new member introduces herself.
///
/// @param who she is
/// @param hopes what she hopes for here; may be empty
public record Introduction(String who, String hopes) {
    static final int LONGEST = 300;

    static @Nullable Introduction of(@Nullable String who, @Nullable String hopes) {
        return who == null ? null : new Introduction(who, hopes == null ? "" : hopes);
    }

    /// The same as it is kept.
    ///
    /// @throws ProblemException `Invalid`
    Introduction checked() {
        var entered = new Entered();
        String whoLine = entered.words("who", who, LONGEST);
        String hopesLine = entered.words("hopes", hopes, LONGEST);
        if (whoLine.isEmpty()) {
            entered.problem("who", "community.introduce.who.missing");
        }
        entered.requireGood();
        return new Introduction(whoLine, hopesLine);
    }
}
