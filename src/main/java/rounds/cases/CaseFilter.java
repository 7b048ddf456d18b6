package rounds.cases;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which stories are wanted.
///
/// @param conditions all of these together, as they are typed
public record CaseFilter(
        List<String> conditions,
        @Nullable Setting setting,
        @Nullable Outcome outcome,
        @Nullable String tag) {
    public static final CaseFilter ALL = new CaseFilter(List.of(), null, null, null);

    /// @throws rounds.kernel.ProblemException invalid on `conditions`
    public CaseFilter {
        conditions = List.copyOf(Facts.conditions(conditions));
    }
}
