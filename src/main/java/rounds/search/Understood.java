package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a query was taken to mean, so that the page can say it.
///
/// @param words what was looked for; words that say nothing are left out
/// @param respelt words that nothing holds, with the words that come nearest, which were looked for
/// @param absent words that nothing holds which the viewer may find, where the best matches come
/// @param meant words that are short for something, which was looked for, too
/// @param choices what was to be chosen between, as it could be typed
/// @param narrowed the values of each facet that were typed
/// @param before earlier than this day
/// @param after this day and later
/// @param unclear what was typed to narrow by and was not understood
public record Understood(
        List<String> words,
        List<Respelt> respelt,
        List<String> absent,
        List<Meaning> meant,
        List<String> phrases,
        List<String> without,
        List<String> choices,
        Map<Facet, List<String>> narrowed,
        @Nullable LocalDate after,
        @Nullable LocalDate before,
        List<Unclear> unclear,
        Match match) {

    /// A word, and what it is short for.
    public record Meaning(String word, List<String> expansions) {
        public String written() {
            return String.join(", ", expansions);
        }
    }

    /// The words that nothing holds, as they are said.
    public String absentWritten() {
        return String.join(", ", absent);
    }

    /// Whether plain words alone were asked for.
    public boolean isPlain() {
        return phrases.isEmpty()
                && without.isEmpty()
                && choices.isEmpty()
                && narrowed.isEmpty()
                && after == null
                && before == null;
    }

    /// The same, with what was looked for instead of other words written as the hits write it.
    Understood written(List<SearchHit> hits) {
        if (respelt.isEmpty()) {
            return this;
        }
        var as = new HashMap<String, String>();
        for (SearchHit hit : hits) {
            Stream.of(hit.title(), hit.passage())
                    .flatMap(passage -> passage.segments().stream())
                    .filter(Passage.Segment::marked)
                    .map(segment -> IndexSchema.lower(segment.text()))
                    .forEach(word -> as.putIfAbsent(AccentFilter.folded(word), word));
        }
        List<Respelt> written =
                respelt.stream()
                        .map(word ->
                                new Respelt(
                                        word.typed(), as.getOrDefault(word.read(), word.read())))
                        .toList();
        return new Understood(
                words, written, absent, meant, phrases, without, choices, narrowed, after, before,
                unclear, match);
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
