package rounds.community;

import io.micronaut.core.annotation.Introspected;

/// A community that the viewer is in, for her menus.
@Introspected
public record Mine(long id, String slug, String name) {}
