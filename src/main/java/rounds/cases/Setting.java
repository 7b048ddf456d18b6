package rounds.cases;

import java.util.List;

/// Where it happened.
public enum Setting {
    HOME,
    PRACTICE,
    HOSPITAL,
    EMERGENCY,
    LONG_TERM_CARE,
    ASSISTED_LIVING,
    COMMUNITY,
    VIRTUAL,
    OTHER;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `setting`, for what is none
    public static Setting of(String code) {
        return Codes.read(Setting.class, "setting", code);
    }

    public static List<String> codes() {
        return Codes.all(Setting.class);
    }
}
