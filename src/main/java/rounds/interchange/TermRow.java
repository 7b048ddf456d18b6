package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A term as its statement takes it.
@Serdeable(naming = SnakeCaseStrategy.class)
record TermRow(
        long id,
        long communityId,
        long proposedBy,
        String name,
        String expansion,
        String meaning,
        String html,
        int htmlVersion,
        String language,
        String counterpart,
        List<String> spellings,
        @Nullable String reviewOn,
        String visibility,
        String madeAt,
        String changedAt,
        @Nullable String sourceId) {}
