package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.topics.Topic;

/// What a summary cites, by its numbers.
///
/// @param community null where the viewer may not know it: the topic is shown to another of hers
/// @param cited the sources without the summary's words
/// @param underWay whether members gather in it
public record SourcesPage(
        @Nullable Community community, Topic topic, CitedSummary cited, boolean underWay) {}
