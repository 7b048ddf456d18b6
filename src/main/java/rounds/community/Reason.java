package rounds.community;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.Locale;

/// Why a post or a resource is reported, or a post hidden.
public enum Reason {
    /// Could identify a patient: hides it at once, until a moderator has looked.
    PATIENT_DATA,
    /// Could harm a patient if it were followed.
    UNSAFE,
    RUDE,
    OFF_TOPIC,
    SPAM,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// That code where it is one of these, else nothing: a post goes for other causes, too.
    public static String codeOrNone(@Nullable String cause) {
        return Arrays.stream(values())
                .map(Reason::code)
                .filter(code -> code.equals(cause))
                .findFirst()
                .orElse("");
    }

    /// @throws ProblemException invalid at `reason`, if there is none of that code
    public static Reason of(String code) {
        return of("reason", code);
    }

    /// @throws ProblemException invalid at that field, if there is none of that code
    public static Reason of(String field, String code) {
        for (Reason reason : values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw ProblemException.invalid(field, "forum.reason.unknown");
    }
}
