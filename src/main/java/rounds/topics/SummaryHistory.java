package rounds.topics;

import java.util.List;

/// The versions of a summary, and two of them to be compared.
///
/// @param versions the newest first
/// @param before number 0 and no words: nothing went before
public record SummaryHistory(
        Topic topic, List<SummaryVersion> versions, SummaryText before, SummaryText after) {}
