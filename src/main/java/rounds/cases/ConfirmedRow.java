package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

@MappedEntity("case_confirmation")
record ConfirmedRow(@Id long id, String field, String kind, String passage, String reason) {

    Readiness.Confirmed confirmed() {
        return new Readiness.Confirmed(field, kind, passage, reason);
    }

    boolean speaksOf(Doubt doubt) {
        return doubt.isOf(field, passage);
    }
}
