package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// The page of a topic that everybody reads.
@Introspected
public record PublicTopic(long id, String title, Instant changedAt) {

    public String path() {
        return Topic.path(id, title);
    }
}
