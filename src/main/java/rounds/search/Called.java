package rounds.search;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A person by her name.
@MappedEntity("person")
public record Called(@Id long id, String handle, String name) {}
