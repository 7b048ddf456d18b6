package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// The page of a story that everybody reads.
@Introspected
public record PublicStory(long id, String title, Instant changedAt) {

    public String path() {
        return CaseStory.path(id, title);
    }
}
