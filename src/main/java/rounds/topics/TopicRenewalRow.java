package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Renewal;

import java.time.Instant;
import java.util.List;

/// @param person null where nobody did it: a day came, a source changed
@Introspected
record TopicRenewalRow(
        long topicId,
        long number,
        String outcome,
        @Nullable Long person,
        Long[] concerned,
        Instant at,
        String place) {

    Renewal renewal() {
        return new Renewal(
                Topic.ref(topicId), number, outcome, person, List.of(concerned), at, place);
    }
}
