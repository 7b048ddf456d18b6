package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.forum.Draft;
import rounds.web.page.Filled;

import java.time.Instant;
import java.util.List;

/// The box in which somebody writes, and the form around it.
///
/// @param place where it will stand, as [rounds.forum.DraftPlace] writes it
/// @param savedAt when what stands in it was saved as a draft; absent: it was not
/// @param other what another device saved meanwhile: both are shown, none is lost
/// @param preview what the words will look like, as safe HTML, where that was asked for
/// @param heard the language the words sound like; absent while there are none
/// @param languages the codes to choose among
public record Box(
        Filled filled,
        String place,
        @Nullable Instant savedAt,
        @Nullable Draft other,
        @Nullable String preview,
        @Nullable String heard,
        List<String> languages) {

    Box with(Filled other) {
        return new Box(other, place, savedAt, this.other, preview, heard, languages);
    }
}
