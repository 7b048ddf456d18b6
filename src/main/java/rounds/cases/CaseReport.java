package rounds.cases;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

/// That somebody thinks a story needs a moderator.
///
/// @param hidden whether the story is out of sight already
/// @param own whether the moderator wrote the story herself
public record CaseReport(
        long id,
        long storyId,
        String path,
        String title,
        Reason reason,
        String note,
        Author by,
        Instant at,
        boolean hidden,
        boolean own) {}
