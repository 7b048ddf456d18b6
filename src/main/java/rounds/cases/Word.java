package rounds.cases;

import java.util.List;

/// A quiet word to whoever told a story.
public enum Word {
    THANKS,
    /// She would do the same.
    SAME;

    public String code() {
        return Codes.of(this);
    }

    /// @throws rounds.kernel.ProblemException invalid on `word`, for what is none
    public static Word of(String code) {
        return Codes.read(Word.class, "word", code);
    }

    public static List<String> codes() {
        return Codes.all(Word.class);
    }
}
