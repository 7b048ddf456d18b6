package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Renewal;

import java.time.Instant;
import java.util.List;

@Introspected
record TermRenewalRow(
        long id, long number, String outcome, @Nullable Long person, Long[] concerned, Instant at) {

    Renewal renewal() {
        return new Renewal(
                new ContentRef(ContentType.TERM, id),
                number,
                outcome,
                person,
                List.of(concerned),
                at,
                "");
    }
}
