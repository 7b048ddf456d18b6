package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// The page of a discussion that everybody reads.
@Introspected
public record PublicPage(long id, String title, Instant lastAt) {

    public String path() {
        return Addresses.discussion(id, title);
    }
}
