package rounds.cases;

import java.util.List;

/// What stands between a draft and its readers.
///
/// @param missing the fields that must say something first
/// @param doubts passages that could tell who the patient is, and that nobody has confirmed
/// @param confirmed those that its author has looked at, with her reasons
public record Readiness(List<String> missing, List<Doubt> doubts, List<Confirmed> confirmed) {

    /// Why a passage names nobody.
    public record Confirmed(String field, String kind, String passage, String reason) {}

    public boolean isReady() {
        return missing.isEmpty() && doubts.isEmpty();
    }
}
