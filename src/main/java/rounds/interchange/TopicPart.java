package rounds.interchange;

import java.util.Arrays;
import java.util.Optional;

/// What is gathered from everything else: focus topics and what stands around them, in the order in
/// which they need each other, and what newcomers read first.
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
    READING("topicRead"),
    START("startEntry");

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
