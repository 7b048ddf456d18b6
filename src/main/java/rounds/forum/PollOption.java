package rounds.forum;

import org.jspecify.annotations.Nullable;

/// What can be chosen in a poll.
///
/// @param chosen whether the viewer chose it
/// @param rank of a ranked poll: which choice of hers it is, from 1; absent where it is none
public record PollOption(int number, String words, boolean chosen, @Nullable Integer rank) {}
