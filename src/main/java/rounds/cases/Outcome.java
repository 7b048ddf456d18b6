package rounds.cases;

import java.util.List;

/// How it went, all in all.
public enum Outcome {
    SUCCESS,
    FAILURE,
    MIXED;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `outcome`, for what is none
    public static Outcome of(String code) {
        return Codes.read(Outcome.class, "outcome", code);
    }

    public static List<String> codes() {
        return Codes.all(Outcome.class);
    }
}
