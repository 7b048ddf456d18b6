package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.Visibility;
import rounds.topics.Gathered;
import rounds.topics.Topic;
import rounds.topics.TopicState;
import rounds.web.page.Filled;

import java.util.List;

/// A focus topic to read.
///
/// @param community null where the viewer may not know it: the topic is shown to another of hers
/// @param card what it says of itself to search engines; null but for visitors who read it
/// @param cited the summary with its sources
/// @param tend what was entered in a form of those who tend it, where that was refused
/// @param problem a message that says why nothing was done; empty: nothing went wrong
/// @param around what is gathered around it; nothing before it is opened
public record TopicPage(
        @Nullable Community community,
        Topic topic,
        @Nullable TopicCard card,
        CitedSummary cited,
        Filled tend,
        String problem,
        Gathered around) {

    /// Whether it is under way, and members gather in it.
    public boolean isUnderWay() {
        return topic.state().isUnderWay();
    }

    /// Whether the viewer may show it to more people, or to fewer again.
    public boolean isReadersChangeable() {
        return community != null
                && topic.may().offer()
                && (topic.reads() == Visibility.PUBLIC
                        || community.visibility().isWiderThan(topic.reads()));
    }

    /// Who was asked to look again at what changed, by name.
    public String asked() {
        if (topic.owner() != null) {
            return topic.owner().name();
        }
        return topic.curators().isEmpty()
                ? topic.communityName()
                : topic.curators().getFirst().name();
    }

    /// Whether the summary says something else than when the viewer read it last.
    public boolean isNew() {
        return topic.summary() != null
                && topic.read() > 0
                && topic.summary().number() > topic.read();
    }

    /// The steps that the viewer may take it now, as codes of states.
    public List<String> steps() {
        List<TopicState> steps =
                switch (topic.state()) {
                    case PROPOSED ->
                            topic.may().open()
                                    ? List.of(TopicState.OPEN, TopicState.DECLINED)
                                    : List.of();
                    case DECLINED -> topic.may().open() ? List.of(TopicState.OPEN) : List.of();
                    case OPEN ->
                            written(
                                    TopicState.SYNTHESISING,
                                    TopicState.PUBLISHED,
                                    TopicState.ARCHIVED);
                    case SYNTHESISING ->
                            written(TopicState.PUBLISHED, TopicState.OPEN, TopicState.ARCHIVED);
                    case PUBLISHED ->
                            written(
                                    TopicState.REVIEW,
                                    TopicState.SYNTHESISING,
                                    TopicState.ARCHIVED);
                    case REVIEW -> written(TopicState.PUBLISHED, TopicState.ARCHIVED);
                    case ARCHIVED -> written(TopicState.OPEN);
                    case WITHDRAWN -> List.of();
                };
        return steps.stream().map(TopicState::code).toList();
    }

    /// Those that may be taken; nothing is published that is not written.
    private List<TopicState> written(TopicState... steps) {
        return topic.may().curate()
                ? List.of(steps).stream()
                        .filter(step -> step != TopicState.PUBLISHED || topic.summary() != null)
                        .toList()
                : List.of();
    }
}
