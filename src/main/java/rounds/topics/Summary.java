package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.markdown.Html;

import java.time.Instant;

/// One version of what is known so far.
///
/// @param number the how-manieth of its topic, from 1
/// @param note what changed, in a line; may be empty
/// @param suggestedBy whose suggestion it took in; null: nobody's
public record Summary(
        int number,
        Html html,
        String note,
        Author writer,
        @Nullable Author suggestedBy,
        Instant madeAt) {

    public static final int LONGEST_NOTE = 300;
}
