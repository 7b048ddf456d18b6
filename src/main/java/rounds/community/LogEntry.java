package rounds.community;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// One act in the government of a community.
///
/// @param act a code, whose sentence is the message `log.<act>`
/// @param actorName who did it; absent: the product itself
/// @param contentId what it was done to, with its type
/// @param personName to whom it was done
/// @param detail what the sentence needs besides: the code of a role, a visibility or a kind of
///   reason
@MappedEntity("community_log")
public record LogEntry(
        @Id long id,
        String act,
        @Nullable String actorHandle,
        @Nullable String actorName,
        @Nullable String contentType,
        @Nullable Long contentId,
        @Nullable String personHandle,
        @Nullable String personName,
        String detail,
        String reason,
        Instant at) {}
