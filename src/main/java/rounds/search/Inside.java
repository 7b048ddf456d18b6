package rounds.search;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.search.Marker.Mark;
import rounds.search.Passage.Segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Looks for words inside one text after another, as in the pages of a document, by the rules of
/// the search. It reads nothing itself: whoever asks brings texts that the viewer may read.
@Singleton
public class Inside {
    private final Contents contents;

    Inside(Contents contents) {
        this.contents = contents;
    }

    /// @param q as it is typed into the search: what narrows there says nothing here
    /// @param language of the texts
    public Wanted wanted(String q, String language) {
        Asked asked = QueryReader.read(q, contents.narrower());
        return new Wanted(
                List.copyOf(asked.words().keySet()), asked.phrases(), Language.of(language));
    }

    /// The words and phrases of a question. For one thread.
    public static final class Wanted {
        private final Language language;
        private final Passages passages;
        private final Marker marker;
        private final Set<Integer> needed;
        private final List<Phrase> phrases;

        private record Phrase(String text, Marker marker) {}

        Wanted(List<String> words, List<String> phrases, Language language) {
            var texts = new LinkedHashSet<>(StopWords.without(words));
            phrases.forEach(phrase -> texts.addAll(StopWords.without(Words.of(phrase))));
            this.language = language;
            this.passages = new Passages(texts);
            this.marker = new Marker(texts);
            this.needed = marker.findable(language);
            this.phrases =
                    phrases.stream()
                            .map(phrase -> new Phrase(phrase, new Marker(Set.of(phrase))))
                            .toList();
        }

        /// Whether there is no word that could be found.
        public boolean isEmpty() {
            return needed.isEmpty();
        }

        /// The piece of the text that shows best that all the words stand in it; null where they do
        /// not.
        public @Nullable Passage best(String text) {
            Set<Integer> there =
                    marker.marks(text, language).stream()
                            .map(Mark::word)
                            .collect(Collectors.toSet());
            return !isEmpty()
                            && there.containsAll(needed)
                            && phrases.stream().allMatch(phrase -> holds(text, phrase))
                    ? passages.best(text, text, language)
                    : null;
        }

        /// Whether its words stand there behind each other, with none in between.
        private boolean holds(String text, Phrase phrase) {
            List<Integer> order =
                    phrase.marker.marks(phrase.text, language).stream().map(Mark::word).toList();
            List<Mark> marks = phrase.marker.marks(text, language);
            return IntStream.rangeClosed(0, marks.size() - order.size())
                    .mapToObj(from -> marks.subList(from, from + order.size()))
                    .anyMatch(some ->
                            some.stream().map(Mark::word).toList().equals(order)
                                    && isUnbroken(text, some));
        }

        private static boolean isUnbroken(String text, List<Mark> marks) {
            for (int i = 1; i < marks.size(); i++) {
                String between = text.substring(marks.get(i - 1).end(), marks.get(i).start());
                if (between.chars().anyMatch(Character::isLetterOrDigit)) {
                    return false;
                }
            }
            return true;
        }

        /// All of the text, letter by letter, with the words marked.
        public Passage marked(String text) {
            var segments = new ArrayList<Segment>();
            int at = 0;
            for (Mark mark : marker.marks(text, language)) {
                add(segments, text.substring(at, mark.start()), false);
                add(segments, text.substring(mark.start(), mark.end()), true);
                at = mark.end();
            }
            add(segments, text.substring(at), false);
            return new Passage(List.copyOf(segments));
        }

        private static void add(List<Segment> segments, String text, boolean marked) {
            if (!text.isEmpty()) {
                segments.add(new Segment(text, marked));
            }
        }
    }
}
