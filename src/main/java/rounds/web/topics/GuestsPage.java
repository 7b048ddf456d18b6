package rounds.web.topics;

import rounds.community.Capability;
import rounds.community.Community;
import rounds.topics.OfferedTopic;

import java.util.List;

/// Topics of other communities: those that are offered to this one, and those that it shows.
public record GuestsPage(Community community, List<OfferedTopic> topics) {

    public List<OfferedTopic> waiting() {
        return topics.stream().filter(one -> !one.isAccepted()).toList();
    }

    public List<OfferedTopic> shown() {
        return topics.stream().filter(OfferedTopic::isAccepted).toList();
    }

    public boolean moderates() {
        return community.may(Capability.HIDE);
    }
}
