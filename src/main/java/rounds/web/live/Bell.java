package rounds.web.live;

import io.micronaut.serde.annotation.Serdeable;

/// What an open page is told of the bell: a number, and how to say it. What of, its reader finds
/// behind the bell, with her own rights.
///
/// @param told how many unread, at most 100
/// @param shown the same as it stands at the bell
/// @param words for those who listen
@Serdeable
record Bell(int told, String shown, String words) {}
