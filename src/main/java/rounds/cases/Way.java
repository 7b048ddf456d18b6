package rounds.cases;

import java.util.List;

/// How people worked together on a case.
public enum Way {
    /// One was asked for advice.
    CONSULTATION,
    /// Each did her part, and told the others.
    COORDINATION,
    /// They decided and acted together.
    COLLABORATION;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `took_part`, for what is none
    public static Way of(String code) {
        return Codes.read(Way.class, "took_part", code);
    }

    public static List<String> codes() {
        return Codes.all(Way.class);
    }
}
