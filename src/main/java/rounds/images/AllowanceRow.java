package rounds.images;

import io.micronaut.core.annotation.Introspected;

/// @param writes whether she is a member anywhere
/// @param today bytes of what she has sent since yesterday
@Introspected
record AllowanceRow(boolean writes, long today) {}
