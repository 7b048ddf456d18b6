package rounds.library;

/// What somebody puts into the library as one version of a resource.
public sealed interface Material {

    /// A file that she has sent before.
    ///
    /// @param vouched whether she says that no patient can be seen in it, where it has no text that
    ///   could be looked at: in a picture, or a scan
    record File(long uploadId, boolean vouched) implements Material {
        public File(long uploadId) {
            this(uploadId, false);
        }
    }

    /// @param url http or https
    record Link(String url) implements Material {}

    /// @param body Markdown
    record Text(String body) implements Material {}
}
