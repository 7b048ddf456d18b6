package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A role that somebody holds, or held once.
///
/// @param untilAt null while she holds it
/// @param givenBy the name of who gave it to her
/// @param endedBy the name of who ended it
@MappedEntity("membership")
public record Tenure(
        @Id long id,
        String role,
        Instant fromAt,
        @Nullable Instant untilAt,
        @Nullable String givenBy,
        @Nullable String endedBy) {}
