package rounds.kernel;

/// Points to one piece of content without knowing its feature.
public record ContentRef(ContentType type, long id) {}
