package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A community to which a topic is shown, or was offered.
///
/// @param acceptedAt absent while its moderators have not said yes
@Introspected
public record Guest(
        long communityId,
        String slug,
        String name,
        Instant offeredAt,
        @Nullable Instant acceptedAt) {

    public boolean isAccepted() {
        return acceptedAt != null;
    }
}
