package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.Locale;

/// What a discussion is for.
public enum Kind {
    /// Something that does not work yet, laid before colleagues.
    CHALLENGE,
    /// Something that worked, told so that others can try it.
    SUCCESS,
    QUESTION,
    /// Something one would like to have: "does anyone have …", answered by a resource.
    REQUEST,
    DISCUSSION,
    /// Said to the whole community by those who lead it.
    ANNOUNCEMENT;

    /// Whether it is open until something has been found: how far it has come is said of it.
    boolean comesToAnEnd() {
        return this == CHALLENGE || this == REQUEST;
    }

    /// As it stands in the database, in addresses and in the API.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid at `kind`, if there is none of that code
    public static Kind of(String code) {
        for (Kind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw ProblemException.invalid("kind", "forum.kind.unknown");
    }
}
