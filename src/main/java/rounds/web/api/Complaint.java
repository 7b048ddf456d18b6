package rounds.web.api;

import io.micronaut.serde.annotation.Serdeable;

import org.jspecify.annotations.Nullable;

import rounds.community.Reason;
import rounds.kernel.ProblemException;

/// A report of a post or a resource, as a program makes it.
///
/// @param note for the moderators; may be absent
@Serdeable
record Complaint(@Nullable String reason, @Nullable String note) {

    /// @throws ProblemException invalid at `reason`, where there is none of that code
    Reason why() {
        return Reason.of(reason == null ? "" : reason);
    }

    String words() {
        return note == null ? "" : note;
    }

    /// @param hidden whether what was reported is hidden until a moderator has looked
    @Serdeable
    record Taken(boolean hidden) {}
}
