package rounds.identity;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/// What a person is told of her key; the key itself is shown once and not kept.
///
/// @param holds whether it still opens anything: a change of password ends it
@MappedEntity("feed_key")
public record FeedKey(@Id long personId, Instant madeAt, boolean holds) {}
