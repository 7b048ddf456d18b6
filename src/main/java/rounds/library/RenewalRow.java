package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Renewal;

import java.time.Instant;
import java.util.List;

@Introspected
record RenewalRow(
        long resourceId,
        long number,
        String outcome,
        @Nullable Long doneBy,
        Long[] concerned,
        Instant at) {

    Renewal renewal() {
        return new Renewal(
                new ContentRef(ContentType.RESOURCE, resourceId),
                number,
                outcome,
                doneBy,
                List.of(concerned),
                at);
    }
}
