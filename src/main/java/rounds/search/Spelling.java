package rounds.search;

import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Comparator;

/// Knows how words are written, by the texts that the viewer may read: what nothing of them holds
/// was perhaps meant to be a word that comes near.
final class Spelling {
    /// Shorter words come near too many others.
    private static final int SHORTEST = 5;

    private static final int LONG = 7;

    private final ViewerSearcher searcher;

    Spelling(ViewerSearcher searcher) {
        this.searcher = searcher;
    }

    /// The word that comes nearest, and of those equally near a word of clinicians before any
    /// other, and the most frequent; null where none is near. In words of seven letters and more
    /// two may be wrong, in shorter ones one; the first is taken to be right.
    @Nullable String nearest(String word) throws IOException {
        String asked = AccentFilter.folded(IndexSchema.lower(word));
        if (asked.length() < SHORTEST
                || asked.length() > SpelledWords.LONGEST
                || !asked.chars().allMatch(SpelledWords::isLetter)) {
            return null;
        }
        return searcher
                .terms()
                .near(new Term(IndexSchema.SPELLING, asked), asked.length() < LONG ? 1 : 2)
                .stream()
                .max(
                        Comparator.comparingDouble(AudienceTerms.Near::likeness)
                                .thenComparing(
                                        (AudienceTerms.Near near) -> KnownWords.holds(near.word()))
                                .thenComparing(AudienceTerms.Near::frequency)
                                .thenComparing(AudienceTerms.Near::word))
                .map(AudienceTerms.Near::word)
                .orElse(null);
    }
}
