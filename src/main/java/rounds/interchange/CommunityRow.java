package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A community as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record CommunityRow(
        long id,
        String slug,
        String name,
        String purpose,
        String audience,
        String visibility,
        List<String> languages,
        @Nullable Long createdBy,
        String createdAt,
        boolean reviewFirstPosts,
        boolean membersMayInvite,
        String form,
        @Nullable String sourceId) {}
