package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.ContentRef;
import rounds.kernel.Notable;

import java.time.Instant;
import java.util.List;

@Introspected
record NotableTopicRow(
        long id,
        long communityId,
        String state,
        String visibility,
        long proposedBy,
        String[] tags) {

    /// Whom it concerns is told by what became of it alone, see [TopicsContent#renewals]: that it
    /// was written is no news a second time.
    Notable notable() {
        ContentRef content = Topic.ref(id);
        return new Notable(
                content,
                content,
                communityId,
                TopicState.of(state).isOpened(),
                visibility.equals("public"),
                proposedBy,
                proposedBy,
                null,
                false,
                false,
                TopicIndexRow.KIND,
                List.of(tags),
                List.of(),
                Instant.EPOCH,
                null);
    }
}
