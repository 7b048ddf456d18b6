package rounds.topics;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What has become of a topic's summary in practice.
///
/// @param practised how many have used it
/// @param uses by others than the viewer, the newest first, at most [InPractice#SHOWN]; none for
///   the guests to whom the topic is shown
/// @param mine the viewer's own; absent where she has not said that she used it
/// @param may whether she may say so
public record UsedInPractice(
        int practised, List<TopicUse> uses, @Nullable TopicUse mine, boolean may) {

    public static final UsedInPractice NOTHING = new UsedInPractice(0, List.of(), null, false);
}
