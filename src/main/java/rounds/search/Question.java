package rounds.search;

import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;

import rounds.kernel.ProblemException;
import rounds.search.Understood.Match;
import rounds.search.ViewerSearcher.Found;

import java.io.IOException;
import java.util.List;

/// One question to the index. All words are wanted; where that finds nothing, the best matches come
/// instead, and for a question in full sentences always: nobody means each word of it. The pages of
/// one question are found by one rule.
final class Question {
    private static final SortField NEWEST_FIRST =
            LongField.newSortField(IndexSchema.AT, true, SortedNumericSelector.Type.MAX);
    private static final SortField BY_ID = new SortField(IndexSchema.ID, SortField.Type.LONG, true);

    /// No two documents stand at the same place, so that the order is the same whatever lies
    /// between them in the index.
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST_FIRST, BY_ID);

    static final Sort NEWEST = new Sort(NEWEST_FIRST, BY_ID);

    private final ViewerSearcher searcher;
    private final Asked asked;
    private final QueryPlan plan;
    private final Match match;
    private final Query query;

    /// @param place where the page before ended, or null for the first
    /// @throws ProblemException when the place is one of another question
    Question(ViewerSearcher searcher, Asked asked, List<Query> filters, @Nullable Place place)
            throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.plan = new QueryPlan(searcher, asked, filters);
        this.match = place == null ? chosen(!filters.isEmpty()) : agreed(place.match());
        this.query = match == Match.BEST ? plan.some() : plan.all();
    }

    private Match chosen(boolean narrowed) throws IOException {
        if (asked.isBare()) {
            return narrowed ? Match.NEWEST : Match.NOTHING;
        }
        if (plan.words().size() < 2) {
            return Match.ALL;
        }
        int all = searcher.count(plan.all());
        boolean enough = all > 0 && !plan.isQuestion();
        return enough || searcher.count(plan.some()) <= all ? Match.ALL : Match.BEST;
    }

    private Match agreed(Match before) {
        boolean fits = asked.isBare() == (before == Match.NEWEST) && before != Match.NOTHING;
        if (!fits) {
            throw ProblemException.invalid("cursor", "search.cursor");
        }
        return before;
    }

    Match match() {
        return match;
    }

    Found after(@Nullable Place place, int limit) throws IOException {
        if (match == Match.NOTHING) {
            return new Found(List.of(), 0);
        }
        FieldDoc last = place == null ? null : place.after();
        return searcher.find(query, match == Match.NEWEST ? NEWEST : BEST, last, limit);
    }

    /// What to mark in the hits.
    Passages passages() {
        return new Passages(plan.marked());
    }

    Understood understood() {
        return understood(asked, plan.words(), plan.respelt(), match);
    }

    /// What is said while there is no index yet.
    static Understood understood(
            Asked asked, List<String> words, List<Respelt> respelt, Match match) {
        Asked.Narrowing narrowing = asked.narrowing();
        return new Understood(
                words,
                respelt,
                asked.phrases(),
                asked.without(),
                asked.choices().stream().map(Wanted::written).toList(),
                narrowing.communities(),
                narrowing.kinds(),
                narrowing.types(),
                narrowing.authors(),
                narrowing.tags(),
                narrowing.after(),
                narrowing.before(),
                asked.unclear(),
                match);
    }
}
