package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// Something that somebody is to be reminded of now.
///
/// @param discussionId null for a resource, which stands for itself
@MappedEntity("bookmark")
record Due(
        @Id long contentId,
        String contentType,
        long personId,
        @Nullable Long discussionId,
        long communityId,
        boolean open,
        LocalDate remindOn) {}
