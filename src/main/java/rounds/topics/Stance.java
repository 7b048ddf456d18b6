package rounds.topics;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.Locale;

/// What a member thinks of a statement that is put to all.
public enum Stance {
    AGREE,
    /// Agrees, and says what worries her.
    CONCERN,
    OBJECT,
    /// Leaves it to the others.
    ABSTAIN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is said with a reason.
    public boolean needsReason() {
        return this == CONCERN || this == OBJECT;
    }

    /// @throws ProblemException invalid on `stance`
    public static Stance of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("stance", "gather.stance.missing"));
    }
}
