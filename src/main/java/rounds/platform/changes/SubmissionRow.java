package rounds.platform.changes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// What a submission made.
@MappedEntity("submission")
record SubmissionRow(@Id String key, String contentType, long contentId) {}
