package rounds.library;

/// What somebody puts into the library as one version of a resource.
public sealed interface Material {

    /// A file that she has sent before.
    record File(long uploadId) implements Material {}

    /// @param url http or https
    record Link(String url) implements Material {}

    /// @param body Markdown
    record Text(String body) implements Material {}
}
