package rounds.platform.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A mail as it lies in the outbox.
///
/// @param body empty once it has been handed over: it may hold a link that opens an account
/// @param sentAt null while it waits
@MappedEntity("mail")
public record Mail(
        @Id long id,
        String recipient,
        String subject,
        String body,
        String language,
        int tries,
        Instant madeAt,
        @Nullable Instant sentAt,
        @Nullable Instant expiresAt,
        @Nullable String lastError) {}
