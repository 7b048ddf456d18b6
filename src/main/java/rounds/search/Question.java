package rounds.search;

import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ProblemException;
import rounds.search.SearchRequest.Extra;
import rounds.search.SearchRequest.Order;
import rounds.search.Understood.Match;
import rounds.search.ViewerSearcher.Found;
import rounds.search.ViewerSearcher.Hit;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One question to the index. All words are wanted; where that finds nothing, the best matches come
/// instead, and for a question in full sentences always: nobody means each word of it. The pages of
/// one question are found by one rule.
final class Question {
    private static final SortField NEWEST_FIRST =
            LongField.newSortField(IndexSchema.AT, true, SortedNumericSelector.Type.MAX);
    private static final SortField MOST_HELPFUL_FIRST =
            LongField.newSortField(IndexSchema.HELPFUL, true, SortedNumericSelector.Type.MAX);
    private static final SortField BY_ID = new SortField(IndexSchema.ID, SortField.Type.LONG, true);

    /// No two documents stand at the same place, so that the order is the same whatever lies
    /// between them in the index.
    private static final Sort BEST = new Sort(SortField.FIELD_SCORE, NEWEST_FIRST, BY_ID);

    static final Sort NEWEST = new Sort(NEWEST_FIRST, BY_ID);

    private static final Sort HELPFUL = new Sort(MOST_HELPFUL_FIRST, NEWEST_FIRST, BY_ID);

    /// So many hits are looked at for what else the groups of a page hold.
    private static final int MOST_BESIDE = 400;

    private final ViewerSearcher searcher;
    private final Asked asked;
    private final Narrowings narrowings;
    private final QueryPlan plan;
    private final Match match;
    private final Order order;
    private final Query documents;
    private final Query listed;

    /// @param place where the page before ended, or null for the first
    /// @throws ProblemException when the place is one of another question
    Question(
            ViewerSearcher searcher,
            Asked asked,
            SearchRequest request,
            Narrowings narrowings,
            Meanings meanings,
            @Nullable Place place)
            throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.narrowings = narrowings;
        this.plan = new QueryPlan(searcher, asked, meanings, narrowings);
        this.match = place == null ? chosen() : agreed(place.match());
        this.order =
                match == Match.NEWEST && request.order() == Order.BEST
                        ? Order.NEWEST
                        : request.order();
        if (place != null && place.order() != order) {
            throw ProblemException.invalid("cursor", "search.cursor");
        }
        this.documents =
                match == Match.NOTHING
                        ? new MatchNoDocsQuery()
                        : searcher.byDocument(query(narrowings.filters()));
        this.listed =
                request.wants(Extra.GROUPS) ? searcher.byGroup(documents, number()) : documents;
    }

    private Match chosen() throws IOException {
        List<Query> filters = narrowings.filters();
        if (asked.isBare()) {
            return filters.isEmpty() && !asked.choosesNarrowing() ? Match.NOTHING : Match.NEWEST;
        }
        if (plan.words().size() < 2) {
            return Match.ALL;
        }
        int all = searcher.count(plan.all(filters));
        boolean enough = all > 0 && !plan.isQuestion();
        return enough || searcher.count(plan.some(filters)) <= all ? Match.ALL : Match.BEST;
    }

    private Match agreed(Match before) {
        boolean fits = asked.isBare() == (before == Match.NEWEST) && before != Match.NOTHING;
        if (!fits) {
            throw ProblemException.invalid("cursor", "search.cursor");
        }
        return before;
    }

    private Query query(List<Query> filters) throws IOException {
        return match == Match.BEST ? plan.some(filters) : plan.all(filters);
    }

    /// By what a group's first hit comes first; null: by what it says.
    private @Nullable String number() {
        return switch (order) {
            case BEST -> null;
            case NEWEST -> IndexSchema.AT;
            case HELPFUL -> IndexSchema.HELPFUL;
        };
    }

    Match match() {
        return match;
    }

    Order order() {
        return order;
    }

    Found after(@Nullable Place place, int limit) throws IOException {
        if (match == Match.NOTHING) {
            return new Found(List.of(), 0);
        }
        FieldDoc last = place == null ? null : place.after();
        Sort sort =
                switch (order) {
                    case BEST -> BEST;
                    case NEWEST -> NEWEST;
                    case HELPFUL -> HELPFUL;
                };
        return searcher.find(listed, sort, last, limit);
    }

    /// How many hits there are, each post of a discussion counted.
    int places() throws IOException {
        return match == Match.NOTHING ? 0 : searcher.count(documents);
    }

    /// What else is found in the discussions of these hits, the best first.
    List<Hit> beside(List<Hit> hits) throws IOException {
        Set<Long> groups = hits.stream().map(Hit::group).collect(Collectors.toSet());
        Set<ContentRef> shown = hits.stream().map(Hit::content).collect(Collectors.toSet());
        var among =
                new BooleanQuery.Builder()
                        .add(documents, Occur.MUST)
                        .add(Groups.in(groups), Occur.FILTER)
                        .build();
        return searcher.find(among, BEST, null, MOST_BESIDE).hits().stream()
                .filter(hit -> !shown.contains(hit.content()))
                .toList();
    }

    /// Which of the words each of these hits lacks, by its place in the index; empty where every
    /// hit holds all words.
    Map<Integer, List<String>> missing(List<Hit> hits) throws IOException {
        return match == Match.BEST
                ? plan.missing(hits.stream().map(hit -> hit.place().doc).toList())
                : Map.of();
    }

    /// Why this hit stands where it does, the weightiest part first.
    List<Reason> reasons(Hit hit) throws IOException {
        return match == Match.NEWEST || order != Order.BEST
                ? List.of()
                : plan.reasons(
                        hit.place().doc, hit.place().fields[0] instanceof Float score ? score : 0);
    }

    /// Whether something was chosen of this facet.
    boolean narrows(Facet facet) {
        return match != Match.NOTHING && narrowings.narrows(facet);
    }

    /// All hits, to be counted.
    FacetsCollector counted() throws IOException {
        return searcher.collected(documents);
    }

    /// The same as if nothing was chosen of this facet.
    FacetsCollector counted(Facet facet) throws IOException {
        return searcher.collected(searcher.byDocument(query(narrowings.except(facet))));
    }

    /// How many hits stand in discussions of which this is said.
    int counted(Trait trait) throws IOException {
        if (match == Match.NOTHING) {
            return 0;
        }
        Query all =
                narrows(Facet.IS)
                        ? searcher.byDocument(query(narrowings.except(Facet.IS)))
                        : documents;
        Query said = Narrowings.term(Facet.IS, trait.code());
        return searcher.count(both(all, searcher.inGroupsOf(both(said, searcher.inGroupsOf(all)))));
    }

    private static Query both(Query query, Query filter) {
        return new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
    }

    /// What to mark in the hits.
    Passages passages() {
        return new Passages(plan.marked());
    }

    Understood understood() {
        return understood(
                asked,
                plan.words(),
                plan.respelt(),
                match == Match.BEST ? plan.absent() : List.of(),
                plan.meant(),
                match);
    }

    /// What is said while there is no index yet.
    static Understood understood(
            Asked asked,
            List<String> words,
            List<Respelt> respelt,
            List<String> absent,
            List<Understood.Meaning> meant,
            Match match) {
        Asked.Narrowing narrowing = asked.narrowing();
        return new Understood(
                words,
                respelt,
                absent,
                meant,
                asked.phrases(),
                Stream.concat(asked.without().stream(), narrowing.excluded().stream()).toList(),
                asked.choices().stream().map(Clause::written).toList(),
                narrowing.values(),
                narrowing.after(),
                narrowing.before(),
                asked.unclear(),
                match);
    }
}
