package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.topics.AgreedApproach;
import rounds.topics.Agreement;
import rounds.topics.Said;
import rounds.topics.Topic;

import java.util.List;

/// What a topic's community was asked to agree on: each statement with its dates, its counts, and
/// for members who said what.
///
/// @param community null where the viewer may not know it: the topic is shown to another of hers
/// @param chosen whose reasons are shown
/// @param said those with reasons first; nothing for who is no member
public record AgreementPage(
        @Nullable Community community,
        Topic topic,
        AgreedApproach agreed,
        @Nullable Agreement chosen,
        List<Said> said) {

    /// All of them, the newest first.
    public List<Agreement> all() {
        return agreed.all();
    }
}
