package rounds.search;

import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The only way to ask the index, and there is none without an audience: its filter is part of
/// every query, and every figure that a score is made of is counted inside it. So what a viewer may
/// not read changes neither which hits she gets, nor their order, nor their number.
final class ViewerSearcher {
    private final Scoped searcher;
    private final AudienceTerms terms;
    private final int documents;

    ViewerSearcher(DirectoryReader reader, ViewerAudience audience, AudienceSlices remembered) {
        terms = new AudienceTerms(reader.leaves(), audience, remembered);
        documents = terms.documents();
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

    /// How many documents the audience may find at all.
    int documents() {
        return documents;
    }

    /// The words that the audience may find something by.
    AudienceTerms terms() {
        return terms;
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

    /// Which of these documents, that the audience was shown, the query finds.
    ///
    /// @param shown in ascending order
    Set<Integer> holding(Query query, List<Integer> shown) throws IOException {
        return Holding.of(
                searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1),
                searcher.getLeafContexts(),
                shown);
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
        return Groups.in(groups.ids());
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
            int positive = Math.max(1, terms.frequency(term));
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
                    AudienceSlice slice = terms.slice(leaf);
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
