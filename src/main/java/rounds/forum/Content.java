package rounds.forum;

/// How much of each post a page carries.
public enum Content {
    /// What is shown.
    HTML,
    /// What is shown, and what was written, in Markdown.
    SOURCE
}
