package rounds.cases;

import io.micronaut.core.annotation.Introspected;

/// What moderators did with a story that others do not read, and their words for it.
///
/// @param act `case_hidden`, or `hidden_by_report`
@Introspected
public record Fate(String act, String words) {}
