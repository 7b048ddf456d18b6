package rounds.notifications;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Excerpt;

import java.time.Instant;
import java.time.LocalDate;

/// Something that a person saved for later.
///
/// @param note her own words; may be empty
/// @param remindOn the day on which she wants to be reminded, in her time zone
public record Saved(Excerpt content, String note, @Nullable LocalDate remindOn, Instant savedAt) {}
