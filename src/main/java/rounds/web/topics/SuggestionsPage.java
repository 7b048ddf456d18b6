package rounds.web.topics;

import rounds.community.Community;
import rounds.topics.Suggestion;
import rounds.topics.Topic;

import java.util.List;

/// What members suggested for a summary, what waits first.
public record SuggestionsPage(Community community, Topic topic, List<Suggestion> suggestions) {}
