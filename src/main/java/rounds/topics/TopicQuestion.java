package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.Titled;

import java.time.Instant;

/// What nobody knows yet about a topic, or did not know before it was answered.
///
/// @param answer one line; may be empty
/// @param pointer to what answers it; absent where there is nothing, or the viewer may not read it
/// @param closed whether it points to something that the viewer may not read
/// @param askedBy absent for whoever is no member of the community that has the topic
/// @param may whether the viewer may answer or drop it, or ask it again
public record TopicQuestion(
        long id,
        String words,
        QuestionState state,
        String answer,
        @Nullable Titled pointer,
        boolean closed,
        @Nullable Author askedBy,
        Instant askedAt,
        @Nullable Instant closedAt,
        boolean may) {
    public static final int LONGEST = 500;

    public boolean isOpen() {
        return state == QuestionState.OPEN;
    }
}
