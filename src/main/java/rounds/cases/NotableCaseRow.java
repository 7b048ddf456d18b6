package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Notable;

import java.time.Instant;
import java.util.List;

@Introspected
record NotableCaseRow(
        long id,
        long communityId,
        String state,
        String visibility,
        long writtenBy,
        boolean named,
        @Nullable String outcome,
        String[] tags,
        Instant at,
        @Nullable Long decisionId,
        @Nullable String act,
        @Nullable Long actorId,
        @Nullable Instant decidedAt) {

    Notable notable() {
        ContentRef content = CaseFinding.ref(id);
        return new Notable(
                content,
                content,
                communityId,
                CaseState.of(state) == CaseState.VISIBLE,
                visibility.equals("public"),
                writtenBy,
                writtenBy,
                null,
                List.of(),
                List.of(),
                true,
                false,
                outcome,
                List.of(tags),
                List.of(),
                at,
                !named,
                decision());
    }

    private Notable.@Nullable Decision decision() {
        return decisionId == null || act == null || decidedAt == null
                ? null
                : new Notable.Decision(decisionId, outcome(act), actorId, decidedAt);
    }

    private static String outcome(String act) {
        return switch (act) {
            case "case_released" -> "approved";
            case "case_returned" -> "declined";
            case "hidden_by_report" -> "hidden";
            default -> act.substring("case_".length());
        };
    }
}
