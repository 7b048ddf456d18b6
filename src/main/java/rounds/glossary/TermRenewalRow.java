package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Renewal;

import java.time.Instant;
import java.util.List;

@Introspected
record TermRenewalRow(long id, long number, Long[] concerned, Instant at) {

    Renewal renewal() {
        return new Renewal(
                new ContentRef(ContentType.TERM, id),
                number,
                "review_due",
                null,
                List.of(concerned),
                at,
                "");
    }
}
