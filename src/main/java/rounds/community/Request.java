package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import java.time.Instant;

/// Somebody asks to join.
///
/// @param message why, in her words; may be empty
@MappedEntity("join_request")
public record Request(
        @Id long id,
        long personId,
        String handle,
        String name,
        String profession,
        String organisation,
        String place,
        String message,
        Instant askedAt) {}
