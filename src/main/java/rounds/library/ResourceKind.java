package rounds.library;

import rounds.kernel.ProblemException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a resource is for.
public enum ResourceKind {
    GUIDELINE,
    TOOL,
    TEMPLATE,
    PATIENT_HANDOUT,
    PRESENTATION,
    RECORDING,
    MINUTES,
    ARTICLE,
    LINK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws ProblemException invalid on `kind`, for what is none
    public static ResourceKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("kind", "library.kind.unknown"));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(ResourceKind::code).toList();
    }
}
