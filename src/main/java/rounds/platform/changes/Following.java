package rounds.platform.changes;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/// How far one consumer has come on one node.
///
/// @param waiting changes it has not taken in, counted up to [ChangeLog#MOST_COUNTED]
/// @param seenAt when it last said so; every half minute while it works
@MappedEntity("consumer_position")
public record Following(@Id String node, String consumer, int waiting, Instant seenAt) {}
