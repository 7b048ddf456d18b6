package rounds.notifications;

import io.micronaut.core.annotation.Introspected;

/// Who is to be told, and why.
@Introspected
record Recipient(long personId, String reason) {}
