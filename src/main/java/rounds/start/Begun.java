package rounds.start;

import rounds.kernel.ContentRef;

/// That newcomers begin with this content, and why.
public record Begun(ContentRef content, String why) {}
