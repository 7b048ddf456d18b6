package rounds.web.cases;

import org.jspecify.annotations.Nullable;

import rounds.cases.CaseStory;
import rounds.web.page.Filled;

/// A second reader's verdict that was not taken, with her words.
///
/// @param story to be decided once more; null: it waits for her no longer
public record ReviewPage(@Nullable CaseStory story, Filled filled) {}
