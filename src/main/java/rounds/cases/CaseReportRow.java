package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.community.Reason;
import rounds.kernel.Author;

import java.time.Instant;

@MappedEntity("report")
record CaseReportRow(
        @Id long id,
        long storyId,
        String title,
        String reason,
        String note,
        Instant madeAt,
        long reporterId,
        String handle,
        String name,
        String profession,
        boolean hidden,
        boolean own) {

    CaseReport report() {
        return new CaseReport(
                id,
                storyId,
                CaseStory.path(storyId, title),
                title,
                Reason.of(reason),
                note,
                new Author(reporterId, handle, name, profession),
                madeAt,
                hidden,
                own);
    }
}
