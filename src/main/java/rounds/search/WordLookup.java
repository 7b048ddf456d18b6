package rounds.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;

/// Looks up the words of a question: what holds them that the viewer may read, what they are short
/// for, and what else they may have been meant to be.
final class WordLookup {
    /// A shorter word begins too many others to be half of one.
    private static final int SHORTEST_HALF = 4;

    /// To look for what comes near a word is dear: a query of nothing but errors gets no further.
    private static final int MOST_RESPELT = 4;

    private final ViewerSearcher searcher;
    private final Spelling spelling;
    private final Meanings meanings;
    private final FormQueries queries;
    private int respelt;

    WordLookup(ViewerSearcher searcher, Meanings meanings, FormQueries queries) {
        this.searcher = searcher;
        this.spelling = new Spelling(searcher);
        this.meanings = meanings;
        this.queries = queries;
    }

    /// How many words from this one on are an abbreviation together; 1 where they are none.
    int together(List<String> words, int from) {
        for (int count = Math.min(Meanings.MOST_TOGETHER, words.size() - from);
                count > 1;
                count--) {
            if (meanings.together(words.subList(from, from + count)) != null) {
                return count;
            }
        }
        return 1;
    }

    /// These words as the one abbreviation that they are.
    AskedWord abbreviation(List<String> parts) throws IOException {
        String name = Objects.requireNonNull(meanings.together(parts));
        return withForms(name, name, 1);
    }

    /// The word, or what comes nearest where nothing that the viewer may read holds it.
    AskedWord lookedUp(String word, int times) throws IOException {
        AskedWord own = withForms(word, word, times);
        boolean found = own.frequency() > 0 || !own.meant().isEmpty() || !own.authors().isEmpty();
        if (found || respelt == MOST_RESPELT) {
            return own;
        }
        respelt++;
        AskedWord half = half(word, times);
        if (half != null) {
            return half;
        }
        String near = KnownWords.holds(word) ? null : spelling.nearest(word);
        return near == null ? own : withForms(word, near, times);
    }

    /// The word as the beginning of others, where there are any; null where there are none.
    private @Nullable AskedWord half(String word, int times) throws IOException {
        if (word.length() < SHORTEST_HALF || !word.chars().allMatch(SpelledWords::isLetter)) {
            return null;
        }
        Query longer = queries.begun(word);
        int frequency = searcher.count(longer);
        return frequency == 0 ? null : AskedWord.half(word, times, frequency);
    }

    private AskedWord withForms(String typed, String read, int times) throws IOException {
        var forms = new EnumMap<Language, List<Term>>(Language.class);
        for (Language language : Language.values()) {
            List<Term> terms = FormQueries.terms(language, read);
            if (!terms.isEmpty() && queries.allHeld(terms)) {
                forms.put(language, terms);
            }
        }
        int frequency = searcher.terms().frequency(forms.values());
        if (frequency > 0 && forms.values().stream().anyMatch(FormQueries::areSigns)) {
            frequency = searcher.count(FormQueries.inOrder(forms));
            if (frequency == 0) {
                forms.clear();
            }
        }
        return new AskedWord(
                typed, read, times, forms, frequency, meanings.of(typed), meanings.authors(typed));
    }
}
