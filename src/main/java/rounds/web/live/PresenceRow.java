package rounds.web.live;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// How many people on all nodes have a discussion open.
@MappedEntity("presence")
record PresenceRow(@Id long discussionId, int readers) {}
