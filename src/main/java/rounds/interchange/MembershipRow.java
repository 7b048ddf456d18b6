package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

/// A membership as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record MembershipRow(
        long id,
        long communityId,
        long personId,
        String role,
        String fromAt,
        @Nullable String untilAt) {}
