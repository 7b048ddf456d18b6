package rounds.cases;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What a published story said before.
///
/// @param revisions the oldest first; the last is what it says now
/// @param shown which of them is compared with the one before it
/// @param before the words of each field, by its name in the API, as they were before; null for the
///   first
/// @param after the same as they were then; what says nothing is absent
public record CaseHistory(
        CaseStory story,
        List<CaseRevision> revisions,
        CaseRevision shown,
        @Nullable Map<String, String> before,
        Map<String, String> after) {}
