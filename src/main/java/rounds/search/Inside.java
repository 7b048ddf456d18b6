package rounds.search;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.search.Marker.Mark;
import rounds.search.Passage.Segment;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        /// What typesetting may have torn apart: such words are looked for as the index heals them.
        private static final Pattern TORN = Pattern.compile("f[fil]|[^\\p{L}\\p{N}]");

        private final Language language;
        private final Passages passages;
        private final Marker marker;
        private final Set<Integer> needed;

        /// Those of the needed words that are seen without a close look; none where a number is
        /// wanted, which may be written as one with its unit.
        private final Set<Integer> plain;

        private final List<List<String>> phrases;

        Wanted(List<String> words, List<String> phrases, Language language) {
            var texts = new LinkedHashSet<>(StopWords.without(words));
            phrases.forEach(phrase -> texts.addAll(StopWords.without(Words.of(phrase))));
            this.language = language;
            this.passages = new Passages(texts);
            this.marker = new Marker(texts);
            this.needed = marker.findable(language);
            boolean numbers = texts.stream().anyMatch(Wanted::hasDigit);
            this.plain =
                    needed.stream()
                            .filter(_ -> !numbers)
                            .filter(word ->
                                    marker.forms(word, language).stream()
                                            .noneMatch(form -> TORN.matcher(form).find()))
                            .collect(Collectors.toSet());
            this.phrases =
                    phrases.stream()
                            .map(language.analyzer()::words)
                            .filter(forms -> !forms.isEmpty())
                            .toList();
        }

        private static boolean hasDigit(String text) {
            return text.chars().anyMatch(Character::isDigit);
        }

        /// Whether there is no word that could be found.
        public boolean isEmpty() {
            return needed.isEmpty();
        }

        /// The piece of the text that shows best that all the words stand in it; null where they do
        /// not.
        public @Nullable Passage best(String text) {
            return !isEmpty() && holdsAll(text) ? passages.best(text, text, language) : null;
        }

        // The close look takes a text apart as the index does, which is dear: most texts are told
        // by the words that they do not have.
        private boolean holdsAll(String text) {
            Set<Integer> there =
                    marker.marks(text, language).stream()
                            .map(Mark::word)
                            .collect(Collectors.toSet());
            if (!there.containsAll(plain)) {
                return false;
            }
            if (phrases.isEmpty() && there.containsAll(needed)) {
                return true;
            }
            Analysed analysed = language.analyzer().analysed(text);
            return needed.stream()
                            .filter(word -> !there.contains(word))
                            .allMatch(word ->
                                    marker.forms(word, language).stream().allMatch(analysed::holds))
                    && phrases.stream().allMatch(analysed::holdsInOrder);
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
