package rounds.interchange;

import java.util.Arrays;
import java.util.Optional;

/// A focus topic and what stands around one, in the order in which they need each other.
enum TopicPart {
    // The benchmark's data set calls a discussion a topic.
    TOPIC("focusTopic"),
    CURATOR("topicCurator"),
    VOTE("topicVote"),
    SUMMARY("topicSummary"),
    CITATION("topicCitation"),
    SUGGESTION("topicSuggestion"),
    ENTRY("topicEntry"),
    QUESTION("topicQuestion"),
    AGREEMENT("topicAgreement"),
    STANCE("topicStance"),
    GUEST("topicGuest"),
    PRACTICE("topicPractice"),
    // Its person's own.
    READING("topicRead");

    private final String type;

    TopicPart(String type) {
        this.type = type;
    }

    /// As the lines call it.
    String type() {
        return type;
    }

    static Optional<TopicPart> of(String type) {
        return Arrays.stream(values()).filter(part -> part.type.equals(type)).findFirst();
    }
}
