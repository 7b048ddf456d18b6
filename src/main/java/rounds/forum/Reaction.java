package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.Locale;

/// What somebody says about a post without writing one.
public enum Reaction {
    HELPFUL,
    /// "We have this, too": for oneself, and, where one tells, for an organisation or a community.
    SAME,
    /// Tells how it went, and where.
    TRIED,
    THANKS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException not found, if there is none of that code
    public static Reaction of(String code) {
        for (Reaction reaction : values()) {
            if (reaction.code().equals(code)) {
                return reaction;
            }
        }
        throw ProblemException.notFound();
    }
}
