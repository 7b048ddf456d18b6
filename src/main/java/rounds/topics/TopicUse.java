package rounds.topics;

import rounds.kernel.Author;

import java.time.Instant;

/// That somebody has used in practice what a topic's summary says.
///
/// @param note what others should know of that; empty where there is nothing to say
public record TopicUse(Author by, String note, Instant at) {
    public static final int LONGEST_NOTE = 500;
}
