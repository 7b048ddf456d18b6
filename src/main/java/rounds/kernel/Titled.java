package rounds.kernel;

/// What content is called, for somebody who may read it.
///
/// @param path canonical address without the host
public record Titled(ContentRef content, String title, String path) {}
