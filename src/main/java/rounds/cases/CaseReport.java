package rounds.cases;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

/// That somebody thinks a story needs a moderator.
public record CaseReport(
        long id,
        long storyId,
        String path,
        String title,
        Reason reason,
        String note,
        Author by,
        Instant at) {}
