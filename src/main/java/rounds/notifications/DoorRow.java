package rounds.notifications;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A role that somebody was given, a request to be let in.
///
/// @param byId who gave the role, or decided
/// @param role the code of the role
/// @param removal the entry of the log by which the membership ended
/// @param open whether the role is still held, the request still undecided
@MappedEntity("membership")
record DoorRow(
        @Id long id,
        long communityId,
        long personId,
        @Nullable Long byId,
        String role,
        Instant at,
        boolean open,
        @Nullable Long removal,
        String communityName) {}
