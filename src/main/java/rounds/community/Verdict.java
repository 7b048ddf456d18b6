package rounds.community;

/// What the policy says, from the strictest to the kindest.
public enum Verdict {
    /// As if it did not exist.
    CONCEAL('0'),
    /// Known, and refused.
    REFUSE('n'),
    /// Only what one made oneself.
    OWN('o'),
    /// Allowed once somebody has approved it.
    WAIT('q'),
    ALLOW('y');

    private final char sign;

    Verdict(char sign) {
        this.sign = sign;
    }

    static Verdict of(char sign) {
        for (Verdict verdict : values()) {
            if (verdict.sign == sign) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("permissions.csv knows no sign '" + sign + "'.");
    }
}
