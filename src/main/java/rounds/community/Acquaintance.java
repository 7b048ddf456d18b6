package rounds.community;

import io.micronaut.core.annotation.Introspected;

/// Somebody with whom the viewer shares a community.
@Introspected
public record Acquaintance(
        long id, String handle, String name, String profession, String organisation) {}
