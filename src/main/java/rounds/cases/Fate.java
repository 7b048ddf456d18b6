package rounds.cases;

import io.micronaut.core.annotation.Introspected;

/// What moderators, or its second reader, did with a story last, and their words for it.
///
/// @param act `case_hidden`, `hidden_by_report`; `returned`, `released`
/// @param words may be empty
@Introspected
public record Fate(String act, String words) {}
