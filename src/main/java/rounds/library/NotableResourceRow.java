package rounds.library;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Notable;
import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

@Introspected
record NotableResourceRow(
        long id,
        long communityId,
        String state,
        String visibility,
        long sharedBy,
        String kind,
        String[] tags,
        Instant sharedAt,
        @Nullable Long decisionId,
        @Nullable String act,
        @Nullable Long actorId,
        @Nullable Instant decidedAt) {

    Notable notable() {
        var content = new ContentRef(ContentType.RESOURCE, id);
        return new Notable(
                content,
                content,
                communityId,
                state.equals(State.VISIBLE.code()),
                visibility.equals("public"),
                sharedBy,
                sharedBy,
                null,
                true,
                false,
                kind,
                List.of(tags),
                List.of(),
                sharedAt,
                decision());
    }

    private Notable.@Nullable Decision decision() {
        return decisionId == null || act == null || decidedAt == null
                ? null
                : decision(decisionId, act, decidedAt);
    }

    private Notable.Decision decision(long decision, String made, Instant at) {
        return switch (made) {
            case "resource_admitted" -> new Notable.Decision(decision, "approved", actorId, at);
            case "hidden_by_report" ->
                    new Notable.Decision(decision, "hidden", actorId, at, "report");
            case "resource_reopened" ->
                    new Notable.Decision(decision, "restored", actorId, at, "waits");
            default ->
                    new Notable.Decision(
                            decision, made.substring("resource_".length()), actorId, at);
        };
    }
}
