package rounds.web.topics;

import rounds.community.Community;
import rounds.community.Visibility;
import rounds.kernel.Author;
import rounds.topics.Topic;
import rounds.web.page.Filled;

import java.util.List;

/// Who reads a topic, and how that is changed.
///
/// @param speakers whose words others would read
/// @param problem why nothing was done, a key of the messages; empty where nothing is wrong
public record ReadersPage(
        Community community, Topic topic, List<Author> speakers, Filled filled, String problem) {

    /// Whether more people read the community than the topic.
    public boolean isWidenable() {
        return community.visibility().isWiderThan(topic.reads());
    }

    /// Whether anybody reads it.
    public boolean isOpen() {
        return topic.reads() == Visibility.PUBLIC;
    }
}
