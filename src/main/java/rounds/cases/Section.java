package rounds.cases;

import rounds.platform.markdown.Html;

/// One part of a story.
///
/// @param body Markdown as it was typed
/// @param html safe; empty while the story is a draft
/// @param revision from which the next save of this part goes on
public record Section(Part part, String body, Html html, int revision) {
    public static final int LONGEST = 20_000;
}
