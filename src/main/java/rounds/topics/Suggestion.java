package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.Locale;

/// How somebody would word a summary.
///
/// @param base the number of the version that she changed; 0: none was written
/// @param body the whole text as she wants it, Markdown; empty in a list
/// @param own whether it is the viewer's
/// @param decidedBy by name; null while it waits, and where she took it back
/// @param reason why it was declined
public record Suggestion(
        long id,
        long topicId,
        int base,
        String body,
        String why,
        Author by,
        boolean own,
        Instant madeAt,
        State state,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        String reason) {
    public static final int LONGEST_WHY = 1_000;

    public enum State {
        WAITING,
        ACCEPTED,
        DECLINED,
        /// Taken back by whoever made it.
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }
}
