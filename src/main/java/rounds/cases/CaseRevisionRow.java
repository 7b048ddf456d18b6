package rounds.cases;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/// @param replacedAt when other words took its place
@MappedEntity("case_revision")
record CaseRevisionRow(@Id int revision, Instant replacedAt) {}
