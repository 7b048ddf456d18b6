package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Notable;

import java.time.Instant;
import java.util.List;

@Introspected
record NotableTermRow(long id, long communityId, String visibility, long proposedBy, String state) {

    /// That a word stands in a glossary is news to nobody, as if it had stood there always.
    Notable notable() {
        var ref = new ContentRef(ContentType.TERM, id);
        return new Notable(
                ref,
                ref,
                communityId,
                state.equals("standing"),
                visibility.equals("public"),
                proposedBy,
                proposedBy,
                null,
                false,
                false,
                null,
                List.of(),
                List.of(),
                Instant.EPOCH,
                null);
    }
}
