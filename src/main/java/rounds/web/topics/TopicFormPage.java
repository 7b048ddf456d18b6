package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.platform.database.Ids;
import rounds.topics.Topic;
import rounds.web.page.Filled;

/// The form in which a topic is proposed, or said otherwise.
///
/// @param topic null while it is proposed
/// @param problem a message that says why nothing was saved; empty: nothing went wrong
public record TopicFormPage(
        Community community, @Nullable Topic topic, Filled filled, String problem) {

    public String action() {
        return topic == null
                ? "/c/" + community.slug() + "/focus"
                : "/focus/" + Ids.text(topic.id()) + "/edit";
    }
}
