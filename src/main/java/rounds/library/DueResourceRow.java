package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Reviewable;

import java.time.LocalDate;

@Introspected
record DueResourceRow(long id, String title, String language, LocalDate reviewOn) {

    Reviewable reviewable() {
        return new Reviewable(
                new ContentRef(ContentType.RESOURCE, id),
                title,
                Resource.path(id, title),
                language,
                reviewOn);
    }
}
