package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

/// A report that waits, and the title of the discussion in which the post stands.
@MappedEntity("report")
record ReportRow(
        @Id long id,
        long postId,
        String reason,
        String note,
        Instant madeAt,
        long reporterId,
        String handle,
        String name,
        String profession,
        String title) {

    Report about(Item item) {
        return new Report(
                id,
                Reason.of(reason),
                note,
                madeAt,
                new Author(reporterId, handle, name, profession),
                item);
    }
}
