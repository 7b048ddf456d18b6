package rounds.platform.changes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// What a submission made.
///
/// @param print of its words; empty where it was not kept
@MappedEntity("submission")
record SubmissionRow(@Id String key, String contentType, long contentId, String print) {}
