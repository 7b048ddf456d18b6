package rounds.platform.mail;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// What lies in the outbox.
///
/// @param waiting mails that are still to be sent
/// @param oldest since when the first of them waits; null when there is none
/// @param givenUp mails that no server took in many tries
@Introspected
public record Outbox(int waiting, @Nullable Instant oldest, int givenUp) {}
