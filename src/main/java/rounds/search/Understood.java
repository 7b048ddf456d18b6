package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// What a query was taken to mean, so that the page can say it.
///
/// @param words what was looked for; words that say nothing are left out
/// @param before earlier than this day
/// @param after this day and later
/// @param unclear what was typed to narrow by and was not understood
public record Understood(
        List<String> words,
        List<String> phrases,
        List<String> without,
        List<String> communities,
        List<String> kinds,
        List<String> types,
        List<String> authors,
        List<String> tags,
        @Nullable LocalDate after,
        @Nullable LocalDate before,
        List<Unclear> unclear,
        Match match) {

    /// Whether plain words alone were asked for.
    public boolean isPlain() {
        return phrases.isEmpty()
                && without.isEmpty()
                && communities.isEmpty()
                && kinds.isEmpty()
                && types.isEmpty()
                && authors.isEmpty()
                && tags.isEmpty()
                && after == null
                && before == null;
    }

    /// How the hits match.
    public enum Match {
        /// Every hit holds all words.
        ALL,
        /// Nothing, or too little for a question, holds all words: the best matches first.
        BEST,
        /// No words were asked for: the newest first.
        NEWEST,
        /// Nothing was asked for.
        NOTHING
    }
}
