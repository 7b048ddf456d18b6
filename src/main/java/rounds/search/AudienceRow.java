package rounds.search;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

/// One community the viewer reads, beside the version of the list of public ones; without a
/// community where she reads none.
@Introspected
record AudienceRow(long version, @Nullable Long communityId, @Nullable Boolean moderates) {}
