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
                : new Notable.Decision(decisionId, outcome(act), actorId, decidedAt);
    }

    private static String outcome(String act) {
        return act.equals("resource_admitted") ? "approved" : act.substring("resource_".length());
    }
}
