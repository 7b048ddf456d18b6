package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Notable;
import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

@Introspected
record NotableResourceRow(
        long id,
        long communityId,
        String state,
        String visibility,
        long sharedBy,
        String kind,
        String[] tags,
        Instant sharedAt) {

    Notable notable() {
        var content = new ContentRef(ContentType.RESOURCE, id);
        return new Notable(
                content,
                content,
                communityId,
                state.equals(State.VISIBLE.code()),
                visibility.equals("public"),
                sharedBy,
                sharedBy,
                null,
                true,
                false,
                kind,
                List.of(tags),
                List.of(),
                sharedAt,
                null);
    }
}
