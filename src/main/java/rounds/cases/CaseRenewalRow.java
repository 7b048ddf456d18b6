package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Renewal;

import java.time.Instant;
import java.util.List;

@Introspected
record CaseRenewalRow(
        long storyId, long number, String outcome, long writtenBy, Long[] concerned, Instant at) {

    Renewal renewal() {
        return new Renewal(
                CaseFinding.ref(storyId), number, outcome, writtenBy, List.of(concerned), at, "");
    }
}
