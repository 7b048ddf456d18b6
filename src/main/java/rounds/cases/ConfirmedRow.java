package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.platform.phi.Kind;

@MappedEntity("case_confirmation")
record ConfirmedRow(@Id long id, String field, String kind, String passage, String reason) {

    Readiness.Confirmed confirmed() {
        return new Readiness.Confirmed(field, kind, passage, reason);
    }

    /// Of a person's name one reason is enough, wherever in the story it stands, whole or in part.
    boolean speaksOf(Doubt doubt) {
        return doubt.isOf(field, passage)
                || (kind.equals(Kind.NAME.code())
                        && doubt.found().kind() == Kind.NAME
                        && (" " + passage + " ").contains(" " + doubt.passage() + " "));
    }
}
