package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Renewal;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.List;

@Introspected
record RenewalRow(
        long resourceId,
        long number,
        String outcome,
        @Nullable Long doneBy,
        Long[] concerned,
        Instant at,
        String place) {

    Renewal renewal() {
        return new Renewal(
                new ContentRef(ContentType.RESOURCE, resourceId),
                number,
                outcome,
                doneBy,
                List.of(concerned),
                at,
                outcome.equals("words_declined") ? "/words/" + Ids.text(number) : place);
    }
}
