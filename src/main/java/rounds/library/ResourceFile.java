package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// The file of one version, as somebody may read it.
@MappedEntity("resource_version")
public record ResourceFile(@Id long id, String hash, String name, String type, long bytes) {}
