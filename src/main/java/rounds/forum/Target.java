package rounds.forum;

import io.micronaut.core.annotation.Introspected;

/// A community to which a discussion can be moved.
@Introspected
public record Target(String slug, String name) {}
