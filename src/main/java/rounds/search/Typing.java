package rounds.search;

import jakarta.inject.Singleton;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Excerpt;
import rounds.kernel.Viewer;
import rounds.platform.database.Transactions;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What the index can offer while somebody types: titles, terms and tags. Every one is read through
/// the wall before it is offered, and which ones come first depends on nothing else.
///
/// Nobody who types waits for what she has just written: the next key asks anew.
@Singleton
public class Typing {
    private static final int MOST_TITLES = 5;
    private static final int MOST_TERMS = 2;
    private static final int MOST_TAGS = 2;

    /// A longer word is no tag.
    private static final int LONGEST_TAG = 60;

    private final Search search;
    private final Contents contents;
    private final Transactions transactions;

    Typing(Search search, Contents contents, Transactions transactions) {
        this.search = search;
        this.contents = contents;
        this.transactions = transactions;
    }

    /// @param titles of discussions, resources, case stories and focus topics, the newest first
    /// @param terms of glossaries
    /// @param tags as they are written, the most used first
    public record Offered(List<Excerpt> titles, List<Excerpt> terms, List<String> tags) {
        static final Offered NOTHING = new Offered(List.of(), List.of(), List.of());

        public boolean isEmpty() {
            return titles.isEmpty() && terms.isEmpty() && tags.isEmpty();
        }
    }

    private record Found(List<ContentRef> titles, List<ContentRef> terms, List<Tagged> tags) {}

    /// A tag as the index has it, and the newest content that carries it.
    private record Tagged(String tag, ContentRef by) {}

    /// What begins as it was typed.
    public Offered exactly(Viewer viewer, String typed) {
        List<String> words = Words.of(typed);
        return TitleQuery.isEnough(words)
                ? offered(
                        viewer,
                        TitleQuery.of(words, TitleQuery.TITLED),
                        TitleQuery.of(words, List.of(ContentType.TERM)),
                        tags(typed, false))
                : Offered.NOTHING;
    }

    /// Tags that begin as it was typed, or nearly so, as they are written; the most used first.
    ///
    /// @param typed not empty
    public List<String> tags(Viewer viewer, String typed, int most) {
        return transactions.read(
                viewer,
                () -> {
                    List<String> exactly = tags(viewer, tags(typed, false), most);
                    return exactly.isEmpty() ? tags(viewer, tags(typed, true), most) : exactly;
                });
    }

    private List<String> tags(Viewer viewer, Automaton wanted, int most) {
        List<Tagged> tagged = search.ask(viewer, searcher -> tagged(searcher, wanted, most));
        return tagged == null ? List.of() : read(new Found(List.of(), List.of(), tagged)).tags();
    }

    /// What begins nearly so: one letter of each longer word may be wrong.
    public Offered nearly(Viewer viewer, String typed) {
        List<String> words = Words.of(typed);
        return TitleQuery.isEnough(words)
                ? offered(
                        viewer,
                        TitleQuery.nearly(words, TitleQuery.TITLED),
                        TitleQuery.nearly(words, List.of(ContentType.TERM)),
                        tags(typed, true))
                : Offered.NOTHING;
    }

    /// A tag is one word to the index, whatever stands in it.
    private static Automaton tags(String typed, boolean nearly) {
        String tag = IndexSchema.tag(typed.strip().replaceFirst("^#", ""));
        if (tag.isEmpty() || tag.length() > LONGEST_TAG) {
            return Automata.makeEmpty();
        }
        return nearly
                ? Nearly.automaton(tag, true)
                : Operations.determinize(
                        Operations.concatenate(
                                List.of(Automata.makeString(tag), Automata.makeAnyString())),
                        Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    private Offered offered(Viewer viewer, Query titles, Query terms, Automaton tags) {
        return transactions.read(
                viewer,
                () -> {
                    Found found =
                            search.ask(
                                    viewer,
                                    searcher ->
                                            new Found(
                                                    first(searcher, titles, MOST_TITLES),
                                                    first(searcher, terms, MOST_TERMS),
                                                    tagged(searcher, tags, MOST_TAGS)));
                    return found == null ? Offered.NOTHING : read(found);
                });
    }

    private Offered read(Found found) {
        Map<ContentRef, Excerpt> rows =
                contents.readable(
                        Stream.of(
                                        found.titles.stream(),
                                        found.terms.stream(),
                                        found.tags.stream().map(Tagged::by))
                                .flatMap(refs -> refs)
                                .distinct()
                                .toList());
        return new Offered(
                rows(found.titles, rows),
                rows(found.terms, rows),
                found.tags.stream()
                        .flatMap(tagged -> written(tagged, rows.get(tagged.by)))
                        .toList());
    }

    private static List<Excerpt> rows(List<ContentRef> refs, Map<ContentRef, Excerpt> rows) {
        return refs.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /// The tag as it stands at what carries it, which the viewer has just read.
    private static Stream<String> written(Tagged tagged, @Nullable Excerpt by) {
        return by == null
                ? Stream.empty()
                : by.tags().stream()
                        .filter(tag -> IndexSchema.tag(tag).equals(tagged.tag))
                        .limit(1);
    }

    private static List<ContentRef> first(ViewerSearcher searcher, Query query, int most)
            throws IOException {
        return searcher.find(query, Question.NEWEST, null, most).hits().stream()
                .map(ViewerSearcher.Hit::content)
                .toList();
    }

    private static List<Tagged> tagged(ViewerSearcher searcher, Automaton wanted, int limit)
            throws IOException {
        var used = new LinkedHashMap<>(searcher.terms().held(IndexSchema.TAG, wanted));
        List<String> most =
                used.keySet().stream()
                        .sorted(
                                Comparator.comparing((String tag) -> -used.getOrDefault(tag, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(limit)
                        .toList();
        var tagged = new ArrayList<Tagged>();
        for (String tag : most) {
            var carriers = new TermQuery(new Term(IndexSchema.TAG, tag));
            for (ContentRef newest : first(searcher, carriers, 1)) {
                tagged.add(new Tagged(tag, newest));
            }
        }
        return tagged;
    }
}
