package rounds.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A community by its slug, or a person by her handle.
@MappedEntity("person")
record Named(@Id long id, String name) {}
