package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Mark;

import java.time.Instant;

/// That somebody used a resource, as notifications take it.
@Introspected
record PractisedRow(long resourceId, long sharedBy, long personId, Instant at) {

    Mark mark() {
        return new Mark(
                new ContentRef(ContentType.RESOURCE, resourceId),
                sharedBy,
                personId,
                "practised",
                "practised",
                at);
    }
}
