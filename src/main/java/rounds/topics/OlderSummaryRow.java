package rounds.topics;

import io.micronaut.core.annotation.Introspected;

/// A version of a summary whose HTML an older renderer made.
@Introspected
record OlderSummaryRow(long topicId, int number, int htmlVersion, String body) {}
