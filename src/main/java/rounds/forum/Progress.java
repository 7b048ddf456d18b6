package rounds.forum;

import rounds.kernel.ProblemException;

import java.util.Locale;

/// How far a challenge has come.
public enum Progress {
    OPEN,
    /// Somebody is trying what was proposed.
    TRYING,
    SOLVED,
    /// Set aside for now.
    PARKED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid at `progress`, if there is none of that code
    public static Progress of(String code) {
        for (Progress progress : values()) {
            if (progress.code().equals(code)) {
                return progress;
            }
        }
        throw ProblemException.invalid("progress", "answer.progress.unknown");
    }
}
