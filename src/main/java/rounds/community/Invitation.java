package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// An invitation that somebody made and that still holds, for those who govern it.
///
/// @param email to whom it was sent; absent: a link to pass on
/// @param used how many people it has let in
@MappedEntity("invitation")
public record Invitation(
        @Id long id,
        @Nullable String email,
        String inviterName,
        boolean mine,
        Instant madeAt,
        Instant expiresAt,
        int used) {}
