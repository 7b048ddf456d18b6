package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.LocalDate;

/// Something that somebody is to be reminded of now.
@MappedEntity("bookmark")
record Due(
        @Id long contentId,
        String contentType,
        long personId,
        long discussionId,
        long communityId,
        boolean open,
        LocalDate remindOn) {}
