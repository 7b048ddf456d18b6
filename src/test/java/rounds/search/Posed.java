package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// One made-up question.
///
/// @param branches what is wanted; several where an OR stands between them
/// @param typed narrowings in the text
/// @param either narrowings with an OR between them
/// @param after typed, this day and later
/// @param before typed, earlier than this day
/// @param request the same as it is asked
record Posed(
        List<List<Wish>> branches,
        Map<Facet, List<String>> typed,
        List<List<Map.Entry<Facet, String>>> either,
        @Nullable LocalDate after,
        @Nullable LocalDate before,
        SearchRequest request) {

    /// Whether anything narrows it.
    boolean isNarrowed() {
        return !typed.isEmpty()
                || !either.isEmpty()
                || after != null
                || before != null
                || !request.chosen().isEmpty()
                || request.from() != null
                || request.to() != null
                || request.within() != null;
    }
}
