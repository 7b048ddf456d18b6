package rounds.web.topics;

import rounds.community.Community;
import rounds.community.LogEntry;
import rounds.topics.Topic;

import java.util.List;

/// What was done with a topic, the newest first.
public record HistoryPage(Community community, Topic topic, List<LogEntry> entries) {}
