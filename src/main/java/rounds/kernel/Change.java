package rounds.kernel;

import java.time.Instant;

/// One row of the change log.
public record Change(Position position, ContentRef content, What what, Instant at) {}
