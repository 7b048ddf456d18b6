package rounds.topics;

import io.micronaut.core.annotation.Introspected;

/// A version of a summary as it was written.
///
/// @param number 0: nothing is written yet
/// @param body Markdown
@Introspected
public record SummaryText(int number, String body) {
    static final SummaryText NONE = new SummaryText(0, "");
}
