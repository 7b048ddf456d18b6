package rounds.search;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

import rounds.kernel.MergedTag;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What hits are narrowed to. Of two communities, kinds, types or authors a hit has one; of two
/// tags it has both.
final class Narrowings {
    private final List<Query> filters = new ArrayList<>();
    private final Map<String, Long> communities;
    private final Map<String, List<Called>> people;
    private final List<MergedTag> merged;

    /// @param communities the ids of the slugs that this viewer may know of
    /// @param people who is meant by each name
    /// @param merged what communities store instead of the tags that are asked for
    Narrowings(
            Map<String, Long> communities,
            Map<String, List<Called>> people,
            List<MergedTag> merged) {
        this.communities = communities;
        this.people = people;
        this.merged = merged;
    }

    List<Query> filters() {
        return filters;
    }

    void add(Asked.Narrowing typed) {
        any(typed.communities().stream().map(this::community).toList());
        any(typed.kinds().stream().map(kind -> term(IndexSchema.KIND, kind)).toList());
        any(typed.types().stream().map(type -> term(IndexSchema.TYPE, type)).toList());
        any(typed.authors().stream().map(this::author).toList());
        typed.tags().forEach(tag -> filters.add(tag(tag)));
        between(typed.after(), typed.before());
    }

    void add(SearchRequest chosen) {
        one(chosen.community()).map(this::community).forEach(filters::add);
        one(chosen.kind()).map(kind -> term(IndexSchema.KIND, kind)).forEach(filters::add);
        one(chosen.type()).map(type -> term(IndexSchema.TYPE, type)).forEach(filters::add);
        one(chosen.author()).map(this::author).forEach(filters::add);
        one(chosen.tag()).map(this::tag).forEach(filters::add);
        LocalDate to = chosen.to();
        between(chosen.from(), to == null ? null : to.plusDays(1));
    }

    private static Stream<String> one(@Nullable String value) {
        return Stream.ofNullable(value);
    }

    private Query community(String slug) {
        return byId(IndexSchema.COMMUNITY, communities.get(IndexSchema.lower(slug)));
    }

    private Query author(String name) {
        List<Called> meant = people.getOrDefault(IndexSchema.lower(name), List.of());
        return either(meant.stream().map(one -> byId(IndexSchema.AUTHOR, one.id())).toList());
    }

    private static Query byId(String field, @Nullable Long id) {
        return id == null ? new MatchNoDocsQuery() : term(field, IndexSchema.id(id));
    }

    /// The tag itself, and in each community that merged it what stands there for it now.
    private Query tag(String tag) {
        String asked = IndexSchema.tag(tag);
        var choices = new ArrayList<Query>();
        choices.add(term(IndexSchema.TAG, asked));
        for (MergedTag one : merged) {
            if (IndexSchema.tag(one.tag()).equals(asked)) {
                choices.add(
                        new BooleanQuery.Builder()
                                .add(byId(IndexSchema.COMMUNITY, one.communityId()), Occur.FILTER)
                                .add(
                                        term(IndexSchema.TAG, IndexSchema.tag(one.main())),
                                        Occur.FILTER)
                                .build());
            }
        }
        return either(choices);
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, IndexSchema.lower(value)));
    }

    private void any(List<Query> choices) {
        if (!choices.isEmpty()) {
            filters.add(either(choices));
        }
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
            long from = first == null ? Long.MIN_VALUE : millis(first);
            long until = end == null ? Long.MAX_VALUE : millis(end) - 1;
            filters.add(LongField.newRangeQuery(IndexSchema.AT, from, until));
        }
    }

    private static long millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
