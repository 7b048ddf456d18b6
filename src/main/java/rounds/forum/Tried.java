package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.Locale;

/// How it went for somebody who tried it.
public enum Tried {
    WORKED,
    PARTLY,
    NOT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid at `outcome`, if there is none of that code
    public static Tried of(String code) {
        for (Tried outcome : values()) {
            if (outcome.code().equals(code)) {
                return outcome;
            }
        }
        throw ProblemException.invalid("outcome", "answer.outcome.missing");
    }
}
