package rounds.search;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import rounds.kernel.MergedTag;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What hits are narrowed to. Of several values of one facet a hit has one; but typed one after the
/// other, it has both tags, and is both `is:`.
final class Narrowings {
    private final ViewerSearcher searcher;
    private final Known known;
    private final List<Query> typed = new ArrayList<>();
    private final Map<Facet, Query> chosen = new EnumMap<>(Facet.class);

    /// What the words mean for this viewer.
    ///
    /// @param communities which are meant by each name, of those that she may know of
    /// @param people who is meant by each name
    /// @param authors of whom holds what was chosen of a facet that tells of authors
    /// @param merged what communities store instead of the tags that are asked for
    /// @param within in what it is looked, where it is not looked everywhere
    /// @param unread the discussions in which there is something that she has not seen
    record Known(
            Map<String, List<Called>> communities,
            Map<String, List<Called>> people,
            Map<Facet, Set<Long>> authors,
            List<MergedTag> merged,
            List<Long> within,
            List<Long> unread) {}

    Narrowings(ViewerSearcher searcher, Known known) {
        this.searcher = searcher;
        this.known = known;
    }

    /// All of them.
    List<Query> filters() {
        return except(null);
    }

    /// All but what was chosen of this facet: so many hits would be there by its other values.
    List<Query> except(@Nullable Facet left) {
        var filters = new ArrayList<>(typed);
        chosen.forEach((facet, query) -> {
            if (facet != left) {
                filters.add(query);
            }
        });
        return filters;
    }

    /// Whether something was chosen of this facet.
    boolean narrows(Facet facet) {
        return chosen.containsKey(facet);
    }

    void add(Asked.Narrowing asked) throws IOException {
        for (Map.Entry<Facet, List<String>> one : asked.values().entrySet()) {
            List<Query> queries = queries(one.getKey(), one.getValue());
            if (one.getKey() == Facet.TAG || one.getKey() == Facet.IS) {
                typed.addAll(queries);
            } else {
                typed.add(either(queries));
            }
        }
        for (Map.Entry<Facet, List<String>> one : asked.without().entrySet()) {
            typed.add(without(either(queries(one.getKey(), one.getValue()))));
        }
        between(asked.after(), asked.before());
    }

    void add(SearchRequest request) throws IOException {
        for (Map.Entry<Facet, List<String>> one : request.chosen().entrySet()) {
            chosen.put(one.getKey(), either(queries(one.getKey(), one.getValue())));
        }
        if (request.within() != null) {
            typed.add(Groups.in(known.within()));
        }
        LocalDate to = request.to();
        between(request.from(), to == null ? null : to.plusDays(1));
    }

    /// Only what is new, and others wrote.
    void add(News news, long viewer) {
        typed.add(
                LongField.newRangeQuery(
                        IndexSchema.AT,
                        news.after().toEpochMilli() + 1,
                        news.until().toEpochMilli()));
        typed.add(without(byId(Facet.AUTHOR, viewer)));
    }

    private static Query without(Query unwanted) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(unwanted, Occur.MUST_NOT)
                .build();
    }

    private List<Query> queries(Facet facet, List<String> values) throws IOException {
        var queries = new ArrayList<Query>();
        for (String value : values) {
            queries.add(query(facet, value));
        }
        return queries;
    }

    /// What one of several lets through that can be chosen between.
    Query of(Clause.Narrowed one) throws IOException {
        Facet facet = one.facet();
        if (facet != null) {
            return query(facet, one.value());
        }
        return one.isNothing() ? new MatchAllDocsQuery() : days(one.after(), one.before());
    }

    private Query query(Facet facet, String value) throws IOException {
        return switch (facet) {
            case COMMUNITY -> called(facet, known.communities(), value);
            case AUTHOR -> called(facet, known.people(), value);
            case TAG -> tag(value);
            case IS -> is(Trait.of(value));
            case PROFESSION, EMR -> byAny(known.authors().getOrDefault(facet, Set.of()));
            case TYPE, KIND, YEAR, LANGUAGE, FILE, HAS -> term(facet, value);
        };
    }

    private static Query called(Facet facet, Map<String, List<Called>> known, String name) {
        List<Called> meant = known.getOrDefault(IndexSchema.lower(name), List.of());
        return either(meant.stream().map(one -> byId(facet, one.id())).toList());
    }

    /// What is said of a discussion holds for all that stands in it.
    private Query is(Trait trait) throws IOException {
        return switch (trait) {
            case HELPED -> term(Facet.IS, trait.code());
            case OPEN, SOLVED, CLOSED -> searcher.inGroupsOf(term(Facet.IS, trait.code()));
            case ANSWERED -> searcher.inGroupsOf(term(Facet.TYPE, "post"));
            case UNANSWERED ->
                    new BooleanQuery.Builder()
                            .add(term(Facet.TYPE, "discussion"), Occur.FILTER)
                            .add(is(Trait.ANSWERED), Occur.MUST_NOT)
                            .build();
            case UNREAD -> Groups.in(known.unread());
        };
    }

    private static Query byId(Facet facet, long id) {
        return term(facet, IndexSchema.id(id));
    }

    /// What any of these wrote.
    static Query byAny(Set<Long> authors) {
        return new TermInSetQuery(
                Facet.AUTHOR.field(),
                authors.stream().map(id -> new BytesRef(IndexSchema.id(id))).toList());
    }

    /// The tag itself, and in each community that merged it what stands there for it now.
    private Query tag(String tag) {
        String asked = IndexSchema.tag(tag);
        var choices = new ArrayList<Query>();
        choices.add(term(Facet.TAG, asked));
        for (MergedTag one : known.merged()) {
            if (IndexSchema.tag(one.tag()).equals(asked)) {
                choices.add(
                        new BooleanQuery.Builder()
                                .add(byId(Facet.COMMUNITY, one.communityId()), Occur.FILTER)
                                .add(term(Facet.TAG, IndexSchema.tag(one.main())), Occur.FILTER)
                                .build());
            }
        }
        return either(choices);
    }

    static Query term(Facet facet, String value) {
        return new TermQuery(new Term(facet.field(), IndexSchema.lower(value)));
    }

    private static Query either(List<Query> choices) {
        if (choices.size() == 1) {
            return choices.getFirst();
        }
        if (choices.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        var any = new BooleanQuery.Builder();
        choices.forEach(choice -> any.add(choice, Occur.SHOULD));
        return any.build();
    }

    private void between(@Nullable LocalDate first, @Nullable LocalDate end) {
        if (first != null || end != null) {
            typed.add(days(first, end));
        }
    }

    private static Query days(@Nullable LocalDate first, @Nullable LocalDate end) {
        long from = first == null ? Long.MIN_VALUE : millis(first);
        long until = end == null ? Long.MAX_VALUE : millis(end) - 1;
        return LongField.newRangeQuery(IndexSchema.AT, from, until);
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
