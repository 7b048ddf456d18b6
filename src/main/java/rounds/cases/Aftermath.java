package rounds.cases;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/// What came after a story was read.
///
/// @param followUps the oldest first
/// @param tallies by setting, the one with most first
/// @param trials the newest first
/// @param mine what the viewer said of her own trial
/// @param words those that the viewer has given
public record Aftermath(
        List<FollowUp> followUps,
        List<Tally> tallies,
        List<Trial> trials,
        @Nullable Trial mine,
        Set<Word> words) {}
