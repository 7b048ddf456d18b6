package rounds.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/// What speaks for a hit besides the words that it holds: that words which were asked for side by
/// side stand close together, and that its whole title is in the question. Neither finds anything
/// that the words do not find.
final class Signals {
    /// What two words that stand close together count beside the words themselves.
    private static final float CLOSE = 0.2f;

    /// So many other words may stand between the two.
    private static final int BETWEEN = 8;

    /// How far apart two words were asked for.
    private static final int APART = 2;

    /// Of a longer question only the beginning is looked at so closely: it costs time.
    private static final int MOST_WORDS = 16;

    /// What a whole title counts, as a part of what its words tell.
    private static final double WHOLE_TITLE = 0.15;

    private static final int LONGEST_TITLE = 6;

    private final ViewerSearcher searcher;
    private final List<AskedWord> words;

    /// @param words in the order in which they were asked for
    Signals(ViewerSearcher searcher, List<AskedWord> words) {
        this.searcher = searcher;
        this.words = words.subList(0, Math.min(words.size(), MOST_WORDS));
    }

    void addTo(BooleanQuery.Builder query) throws IOException {
        Set<Term> titles = new HashSet<>();
        for (Language language : Language.values()) {
            for (int i = 0; i < words.size(); i++) {
                addPairs(query, language, i);
                addTitles(query, language, i, titles);
            }
        }
    }

    private void addPairs(BooleanQuery.Builder query, Language language, int first) {
        Term one = form(language, first);
        for (int apart = 1; one != null && apart <= APART; apart++) {
            Term other = first + apart < words.size() ? form(language, first + apart) : null;
            if (other != null && !other.equals(one)) {
                Query pair = new PhraseQuery(BETWEEN, one.field(), one.bytes(), other.bytes());
                query.add(new BoostQuery(pair, CLOSE / apart), Occur.SHOULD);
            }
        }
    }

    private void addTitles(
            BooleanQuery.Builder query, Language language, int first, Set<Term> known)
            throws IOException {
        var title = new StringJoiner(" ");
        double weight = 0;
        int end = Math.min(words.size(), first + LONGEST_TITLE);
        for (int i = first; i < end; i++) {
            List<Term> forms = words.get(i).forms().getOrDefault(language, List.of());
            if (forms.isEmpty() || (forms.size() > 1 && !isInSigns(forms))) {
                return;
            }
            forms.forEach(form -> title.add(form.text()));
            weight += words.get(i).weight(searcher.documents());
            var whole = new Term(language.wholeTitleField(), title.toString());
            if (searcher.terms().isHeld(whole) && known.add(whole)) {
                Query titled = new ConstantScoreQuery(new TermQuery(whole));
                query.add(new BoostQuery(titled, (float) (WHOLE_TITLE * weight)), Occur.SHOULD);
            }
        }
    }

    /// Null where the language does not write it as one word, or has no text that holds it.
    private @Nullable Term form(Language language, int word) {
        List<Term> forms = words.get(word).forms().getOrDefault(language, List.of());
        return forms.size() == 1 || isInSigns(forms) ? forms.getFirst() : null;
    }

    /// Signs that stand together are near another word if the first of them is.
    private static boolean isInSigns(List<Term> forms) {
        return !forms.isEmpty() && Writing.of(forms.getFirst().text()) == Writing.SIGNS;
    }
}
