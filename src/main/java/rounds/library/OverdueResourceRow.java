package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Overdue;

import java.time.LocalDate;

@Introspected
record OverdueResourceRow(long id, LocalDate reviewOn) {

    Overdue overdue() {
        return new Overdue(new ContentRef(ContentType.RESOURCE, id), reviewOn);
    }
}
