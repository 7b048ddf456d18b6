package rounds.topics;

import io.micronaut.core.annotation.Introspected;

/// The topic whose summary became a resource.
@Introspected
public record ResultOf(long id, String title, String language) {

    /// Canonical address without the host.
    public String path() {
        return Topic.path(id, title);
    }
}
