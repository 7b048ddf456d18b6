package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// That people were told of a day of review.
@MappedEntity("review_told")
record ReviewTold(@Id long contentId, String contentType) {}
