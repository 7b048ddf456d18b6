package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Titled;

@Introspected
record NamedResourceRow(long id, String title, String kind, String language) {

    Titled titled() {
        return new Titled(
                new ContentRef(ContentType.RESOURCE, id),
                title,
                Resource.path(id, title),
                kind,
                language);
    }
}
