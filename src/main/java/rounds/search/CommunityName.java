package rounds.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A community and the slug it is known by.
@MappedEntity("community")
record CommunityName(@Id long id, String slug) {}
