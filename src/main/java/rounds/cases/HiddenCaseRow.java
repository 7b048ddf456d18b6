package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Why a story is hidden; of one of which nobody has said, nothing.
@Introspected
record HiddenCaseRow(
        long id,
        @Nullable String act,
        @Nullable String words,
        @Nullable Instant againAt,
        String again,
        boolean own) {}
