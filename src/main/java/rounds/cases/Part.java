package rounds.cases;

import java.util.List;

/// What a story is made of, in its order; our own words for the items of the CARE checklist, and
/// what a community of practice asks besides. All but the story itself may be left out.
public enum Part {
    /// What matters to the patient.
    MATTERS,
    /// What happened, told freely.
    STORY,
    /// How the patient lives, and what that does.
    CONTEXT,
    TRIED,
    /// Where a guideline was left, and why.
    DEPARTED,
    /// What came of it.
    CAME,
    MEASURES,
    /// What is still asked.
    QUESTIONS,
    SOURCES;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `part`, for what is none
    public static Part of(String code) {
        return Codes.read(Part.class, "part", code);
    }

    public static List<String> codes() {
        return Codes.all(Part.class);
    }

    public static boolean isCode(String code) {
        return codes().contains(code);
    }
}
