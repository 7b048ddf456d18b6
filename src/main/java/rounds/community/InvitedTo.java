package rounds.community;

import io.micronaut.core.annotation.Introspected;

import java.time.Instant;

/// What an invitation tells the person who holds it.
@Introspected
public record InvitedTo(
        long communityId,
        String slug,
        String name,
        String purpose,
        String audience,
        String visibility,
        int members,
        String inviter,
        Instant expiresAt) {}
