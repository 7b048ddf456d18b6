package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

/// A report of a resource that waits.
@MappedEntity("report")
record ResourceReportRow(
        @Id long id,
        long resourceId,
        String reason,
        String note,
        Instant madeAt,
        long reporterId,
        String handle,
        String name,
        String profession) {

    ResourceReport about(ResourceSummary resource, boolean own) {
        return new ResourceReport(
                id,
                Reason.of(reason),
                note,
                madeAt,
                new Author(reporterId, handle, name, profession),
                resource,
                own);
    }
}
