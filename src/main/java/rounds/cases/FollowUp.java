package rounds.cases;

import rounds.platform.markdown.Html;

import java.time.Instant;

/// What became of a case later.
///
/// @param months since the end of what the story tells
/// @param body Markdown
public record FollowUp(long id, int months, String body, Html html, Instant at) {
    public static final int LONGEST = 5_000;
    public static final int MOST_MONTHS = 600;
}
