package rounds.kernel;

import org.jspecify.annotations.Nullable;

/// What content is called, for somebody who may read it.
///
/// @param path canonical address without the host
/// @param kind by which its type tells it from others; null for a reply, and where it has none
/// @param language in which its title is written
public record Titled(
        ContentRef content, String title, String path, @Nullable String kind, String language) {}
