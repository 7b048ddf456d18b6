package rounds.cases;

import java.util.List;

/// How it went where somebody tried the same.
public enum Result {
    WORKED,
    PARTLY,
    NOT;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `result`, for what is none
    public static Result of(String code) {
        return Codes.read(Result.class, "result", code);
    }

    public static List<String> codes() {
        return Codes.all(Result.class);
    }
}
