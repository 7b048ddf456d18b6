package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// In which discussion a post stands.
@MappedEntity("post")
record GroupRow(@Id long id, long discussionId) {}
