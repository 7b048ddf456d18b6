package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

/// A version as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record VersionRow(
        long id,
        long resourceId,
        int number,
        String state,
        boolean sealed,
        @Nullable Integer madeOf,
        String form,
        @Nullable String hash,
        @Nullable String name,
        @Nullable String type,
        @Nullable Long bytes,
        @Nullable String url,
        @Nullable String body,
        @Nullable String html,
        int htmlVersion,
        @Nullable String note,
        long madeBy,
        String madeAt) {}
