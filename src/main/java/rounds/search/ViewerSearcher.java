package rounds.search;

import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The only way to ask the index, and there is none without an audience: its filter is part of
/// every query, and every figure that a score is made of is counted inside it. So what a viewer may
/// not read changes neither which hits she gets, nor their order, nor their number.
final class ViewerSearcher {
    private final Scoped searcher;
    private final List<AudienceSlice> slices = new ArrayList<>();
    private final Map<Term, Integer> frequencies = new HashMap<>();
    private final int documents;

    ViewerSearcher(DirectoryReader reader, ViewerAudience audience, AudienceSlices remembered) {
        int counted = 0;
        for (LeafReaderContext leaf : reader.leaves()) {
            AudienceSlice slice = remembered.of(leaf.reader(), audience);
            slices.add(slice);
            counted += slice.size();
        }
        documents = counted;
        searcher = new Scoped(reader);
        searcher.setSimilarity(IndexSchema.SIMILARITY);
        searcher.setQueryCache(null);
    }

    /// One hit, and its place in the order by which the next page begins.
    ///
    /// @param group the discussion or document that it stands in
    record Hit(ContentRef content, long group, FieldDoc place) {}

    /// @param total of all hits, not only these
    record Found(List<Hit> hits, int total) {}

    /// How many documents hold the word as one of the languages writes it. Its forms share this
    /// figure in every query that follows, so that a language with few texts does not make its
    /// words look rare; the parts of what is written as one keep their own.
    ///
    /// @param forms of each language, the parts of what it takes apart
    int frequency(Collection<List<Term>> forms) throws IOException {
        int sum = 0;
        for (List<Term> parts : forms) {
            int rarest = documents;
            for (Term part : parts) {
                rarest = Math.min(rarest, counted(part));
            }
            sum += rarest;
        }
        int shared = Math.min(sum, documents);
        forms.stream()
                .filter(parts -> parts.size() == 1)
                .forEach(parts -> frequencies.put(parts.getFirst(), shared));
        return shared;
    }

    /// Whether the audience may find anything by this form. What lies in the index besides must
    /// decide nothing, not even whether a word counts as misspelt.
    boolean isHeld(Term form) throws IOException {
        return counted(form) > 0;
    }

    /// How many documents the audience may find at all.
    int documents() {
        return documents;
    }

    /// A word that comes near another.
    ///
    /// @param likeness 1 for the same, less for each letter that differs
    /// @param frequency how many documents hold it
    record Near(String word, double likeness, int frequency) {}

    /// The words of a field that differ from this one in at most so many letters, and not in the
    /// first; only those that the audience may read.
    ///
    /// @param edits 1 or 2
    Collection<Near> near(Term word, int edits) throws IOException {
        var found = new HashMap<String, Near>();
        for (int i = 0; i < slices.size(); i++) {
            LeafReader leaf = searcher.getLeafContexts().get(i).reader();
            Terms terms = leaf.terms(word.field());
            if (terms != null) {
                var like = new FuzzyTermsEnum(terms, word, edits, 1, true);
                for (BytesRef next = like.next(); next != null; next = like.next()) {
                    var term = new Term(word.field(), BytesRef.deepCopyOf(next));
                    int held = slices.get(i).frequency(leaf, term);
                    if (held > 0) {
                        found.merge(
                                term.text(),
                                new Near(term.text(), like.getBoost(), held),
                                (one, other) ->
                                        new Near(
                                                one.word(),
                                                one.likeness(),
                                                one.frequency() + other.frequency()));
                    }
                }
            }
        }
        return found.values();
    }

    /// The words of a field that this automaton accepts, and how many documents the audience may
    /// find by each; none that she may find nothing by.
    Map<String, Integer> held(String field, Automaton accepted) throws IOException {
        var found = new HashMap<String, Integer>();
        var compiled = new CompiledAutomaton(accepted, false, true);
        for (int i = 0; i < slices.size(); i++) {
            LeafReader leaf = searcher.getLeafContexts().get(i).reader();
            Terms terms = leaf.terms(field);
            if (terms != null) {
                TermsEnum words = compiled.getTermsEnum(terms);
                for (BytesRef next = words.next(); next != null; next = words.next()) {
                    var term = new Term(field, BytesRef.deepCopyOf(next));
                    int held = slices.get(i).frequency(leaf, term);
                    if (held > 0) {
                        found.merge(term.text(), held, Integer::sum);
                    }
                }
            }
        }
        return found;
    }

    /// How many documents the audience would find.
    int count(Query query) throws IOException {
        return documents == 0 ? 0 : searcher.count(filtered(query));
    }

    /// What the query finds, in this order.
    ///
    /// @param after the place where the page before ended
    Found find(Query query, Sort sort, @Nullable FieldDoc after, int limit) throws IOException {
        if (documents == 0) {
            return new Found(List.of(), 0);
        }
        TopFieldDocs top =
                searcher.search(
                        filtered(query),
                        new TopFieldCollectorManager(sort, limit, after, Integer.MAX_VALUE));
        var hits = new ArrayList<Hit>(top.scoreDocs.length);
        for (ScoreDoc hit : top.scoreDocs) {
            hits.add(hit((FieldDoc) hit));
        }
        return new Found(hits, Math.toIntExact(top.totalHits.value()));
    }

    /// What the query says of one document that the audience was shown; 0: nothing.
    float score(Query query, int document) throws IOException {
        Explanation explained = searcher.explain(query, document);
        return explained.isMatch() ? explained.getValue().floatValue() : 0;
    }

    /// Whether the query finds one document that the audience was shown.
    boolean holds(Query query, int document) throws IOException {
        return searcher.explain(query, document).isMatch();
    }

    /// Which of these documents, that the audience was shown, the query finds.
    ///
    /// @param shown in ascending order
    Set<Integer> holding(Query query, List<Integer> shown) throws IOException {
        var holding = new HashSet<Integer>();
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        Weight weight =
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        int at = 0;
        for (LeafReaderContext leaf : leaves) {
            int end = leaf.docBase + leaf.reader().maxDoc();
            int from = at;
            while (at < shown.size() && shown.get(at) < end) {
                at++;
            }
            Scorer scorer = from == at ? null : weight.scorer(leaf);
            if (scorer != null) {
                addHolding(scorer, leaf.docBase, shown.subList(from, at), holding);
            }
        }
        return holding;
    }

    private static void addHolding(
            Scorer scorer, int base, List<Integer> shown, Set<Integer> holding) throws IOException {
        TwoPhaseIterator close = scorer.twoPhaseIterator();
        DocIdSetIterator found = close == null ? scorer.iterator() : close.approximation();
        for (int document : shown) {
            if (found.docID() < document - base) {
                found.advance(document - base);
            }
            if (found.docID() == document - base && (close == null || close.matches())) {
                holding.add(document);
            }
        }
    }

    /// How often each value of each facet is among what the query finds.
    FacetsCollector collected(Query query) throws IOException {
        return searcher.search(filtered(query), new FacetsCollectorManager());
    }

    /// All that stands in a discussion or a document of which the query finds a part.
    Query inGroupsOf(Query query) throws IOException {
        var groups = new Groups();
        if (documents > 0) {
            searcher.search(filtered(query), groups);
        }
        return inGroups(groups.ids());
    }

    /// All that stands in these discussions or documents.
    static Query inGroups(Collection<Long> groups) {
        return groups.isEmpty()
                ? new MatchNoDocsQuery()
                : NumericDocValuesField.newSlowSetQuery(
                        IndexSchema.GROUP, groups.stream().mapToLong(Long::longValue).toArray());
    }

    /// The same, where a document that is found in parts is one hit, at the part that says it best.
    Query byDocument(Query query) throws IOException {
        if (documents == 0 || searcher.getIndexReader().docFreq(IndexSchema.IN_PARTS) == 0) {
            return query;
        }
        Query parts =
                new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(new TermQuery(IndexSchema.IN_PARTS), Occur.FILTER)
                        .build();
        return without(LesserParts.of(searcher, filtered(parts), null), query);
    }

    /// The same, where a discussion is one hit, too, at its post that comes first.
    ///
    /// @param field the number by which it comes first; null: what says best what was asked for
    Query byGroup(Query query, @Nullable String field) throws IOException {
        return documents == 0
                ? query
                : without(LesserParts.of(searcher, filtered(query), field), query);
    }

    private static Query without(@Nullable LesserParts lesser, Query query) {
        return lesser == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(lesser, Occur.MUST_NOT)
                        .build();
    }

    private Query filtered(Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new AudienceFilter(), Occur.FILTER)
                .build();
    }

    private int counted(Term form) throws IOException {
        int sum = 0;
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        for (int i = 0; i < leaves.size(); i++) {
            sum += slices.get(i).frequency(leaves.get(i).reader(), form);
        }
        return sum;
    }

    private Hit hit(FieldDoc found) throws IOException {
        List<LeafReaderContext> leaves = searcher.getLeafContexts();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        int local = found.doc - leaf.docBase;
        NumericDocValues ids = leaf.reader().getNumericDocValues(IndexSchema.ID);
        SortedDocValues types = leaf.reader().getSortedDocValues(IndexSchema.TYPE);
        NumericDocValues groups = leaf.reader().getNumericDocValues(IndexSchema.GROUP);
        ids.advanceExact(local);
        groups.advanceExact(local);
        types.advanceExact(local);
        String type = types.lookupOrd(types.ordValue()).utf8ToString();
        return new Hit(
                new ContentRef(ContentType.of(type), ids.longValue()), groups.longValue(), found);
    }

    /// Scores from what the audience may read only.
    private final class Scoped extends IndexSearcher {
        Scoped(DirectoryReader reader) {
            super(reader);
        }

        @Override
        public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
                throws IOException {
            Integer known = frequencies.get(term);
            int frequency = known != null ? known : Math.min(counted(term), documents);
            int positive = Math.max(1, frequency);
            return new TermStatistics(term.bytes(), positive, positive);
        }

        @Override
        public CollectionStatistics collectionStatistics(String field) {
            return new CollectionStatistics(field, documents, documents, documents, documents);
        }
    }

    /// Lets through what this audience may find. Equal only to itself: it is never kept.
    private final class AudienceFilter extends Query {
        @Override
        public Weight createWeight(IndexSearcher ignored, ScoreMode mode, float boost) {
            return new ConstantScoreWeight(this, boost) {
                @Override
                public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
                    AudienceSlice slice = slices.get(leaf.ord);
                    if (slice.size() == 0) {
                        return null;
                    }
                    int all = leaf.reader().maxDoc();
                    return slice.isWhole()
                            ? ConstantScoreScorerSupplier.matchAll(score(), mode, all)
                            : ConstantScoreScorerSupplier.fromIterator(
                                    new BitSetIterator(slice.documents(), slice.size()),
                                    score(),
                                    mode,
                                    all);
                }

                @Override
                public boolean isCacheable(LeafReaderContext leaf) {
                    return false;
                }
            };
        }

        @Override
        public void visit(QueryVisitor visitor) {
            visitor.visitLeaf(this);
        }

        @Override
        public String toString(String field) {
            return "audience";
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
