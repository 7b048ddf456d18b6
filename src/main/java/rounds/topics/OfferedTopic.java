package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A topic of another community that is shown here, or was offered.
///
/// @param homeName what the community that has it is called
/// @param acceptedAt absent while moderators have not said yes
@Introspected
public record OfferedTopic(
        long id,
        String title,
        String language,
        String question,
        String state,
        String homeName,
        Instant offeredAt,
        @Nullable Instant acceptedAt) {

    public boolean isAccepted() {
        return acceptedAt != null;
    }

    public String path() {
        return Topic.path(id, title);
    }
}
