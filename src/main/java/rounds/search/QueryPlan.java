package rounds.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes the index's query of what was asked. Each word is looked for as each language writes it; a
/// document is in one language, so it is found by one of them.
final class QueryPlan {
    /// More words than these cost time and narrow nothing.
    static final int MOST_WORDS = 64;

    private static final float EXACT_ACCENTS = 0.2f;

    /// So many telling words make a question by themselves, or with words that only join them.
    private static final int LONG_QUESTION = 6;

    private static final int SHORT_QUESTION = 3;

    private final ViewerSearcher searcher;
    private final Asked asked;
    private final List<Query> filters;
    private final boolean question;
    private final List<Word> words;

    /// A word and its forms; empty where no text of that language holds it.
    private record Word(String text, int times, Map<Language, List<Term>> forms, int frequency) {}

    /// @param filters what hits are narrowed to
    QueryPlan(ViewerSearcher searcher, Asked asked, List<Query> filters) throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.filters = filters;
        List<String> written = List.copyOf(asked.words().keySet());
        List<String> telling = StopWords.without(written);
        this.question =
                telling.size() >= LONG_QUESTION
                        || (telling.size() >= SHORT_QUESTION && telling.size() < written.size());
        this.words = chosen(question ? StopWords.withoutAsking(telling) : telling);
    }

    /// What the search goes by: without words that say nothing, and at most [#MOST_WORDS].
    List<String> words() {
        return words.stream().map(Word::text).toList();
    }

    /// Written as one asks a colleague, not as one types into a search box: such a text is not
    /// wanted word for word.
    boolean isQuestion() {
        return question;
    }

    private List<Word> chosen(List<String> given) throws IOException {
        var found = new ArrayList<Word>();
        for (String word : given) {
            found.add(lookedUp(word, asked.words().getOrDefault(word, 1)));
        }
        if (found.size() <= MOST_WORDS) {
            return found;
        }
        // The rarest tell most; a word that nothing holds tells nothing.
        return found.stream()
                .sorted(
                        Comparator.comparing((Word word) -> word.frequency() == 0)
                                .thenComparing(Word::frequency))
                .limit(MOST_WORDS)
                .toList();
    }

    private Word lookedUp(String word, int times) throws IOException {
        var forms = new EnumMap<Language, List<Term>>(Language.class);
        var all = new ArrayList<Term>();
        for (Language language : Language.values()) {
            List<Term> terms = terms(language, word);
            if (!terms.isEmpty() && allIndexed(terms)) {
                forms.put(language, terms);
                all.addAll(terms);
            }
        }
        return new Word(word, times, forms, all.isEmpty() ? 0 : searcher.frequency(all));
    }

    private static List<Term> terms(Language language, String text) {
        return language.analyzer().words(text).stream()
                .map(form -> new Term(language.field(), form))
                .toList();
    }

    private boolean allIndexed(List<Term> terms) throws IOException {
        for (Term term : terms) {
            if (!searcher.isIndexed(term)) {
                return false;
            }
        }
        return true;
    }

    /// Everything that was asked for.
    Query all() throws IOException {
        return query(Occur.MUST);
    }

    /// Any of the words.
    Query some() throws IOException {
        return query(Occur.SHOULD);
    }

    private Query query(Occur each) throws IOException {
        var query = new BooleanQuery.Builder();
        for (Word word : words) {
            query.add(wordQuery(word), each);
        }
        if (each == Occur.SHOULD) {
            query.setMinimumNumberShouldMatch(1);
        }
        for (String phrase : asked.phrases()) {
            query.add(phraseQuery(phrase), Occur.MUST);
        }
        for (String unwanted : asked.without()) {
            query.add(phraseQuery(unwanted), Occur.MUST_NOT);
        }
        for (Query filter : filters) {
            query.add(filter, Occur.FILTER);
        }
        if (asked.isBare()) {
            query.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return query.build();
    }

    private Query wordQuery(Word word) throws IOException {
        var queries = new ArrayList<Query>();
        for (Map.Entry<Language, List<Term>> form : word.forms().entrySet()) {
            queries.add(inLanguage(form.getKey(), form.getValue(), word.text()));
        }
        return strong(anyOf(queries), word.times());
    }

    /// A word that a question comes back to is what it is about.
    private static Query strong(Query word, int times) {
        return times == 1 ? word : new BoostQuery(word, (float) Math.sqrt(times));
    }

    /// The word in the text, and more for it in the title, and for its accents as they were typed.
    private Query inLanguage(Language language, List<Term> terms, String word) throws IOException {
        var found = new BooleanQuery.Builder().add(allOf(terms), Occur.MUST);
        for (Term term : terms) {
            var title = new Term(language.titleField(), term.bytes());
            if (searcher.isIndexed(title)) {
                found.add(new TermQuery(title), Occur.SHOULD);
            }
        }
        var exact = new Term(language.field(), AccentFilter.exact(IndexSchema.lower(word)));
        if (exact.text().length() != exact.bytes().length && searcher.isIndexed(exact)) {
            found.add(new BoostQuery(new TermQuery(exact), EXACT_ACCENTS), Occur.SHOULD);
        }
        return found.build();
    }

    private static Query allOf(List<Term> terms) {
        if (terms.size() == 1) {
            return new TermQuery(terms.getFirst());
        }
        var all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(term), Occur.MUST));
        return all.build();
    }

    private static Query anyOf(List<Query> queries) {
        return switch (queries.size()) {
            case 0 -> new MatchNoDocsQuery();
            case 1 -> queries.getFirst();
            default -> {
                var any = new BooleanQuery.Builder();
                queries.forEach(query -> any.add(query, Occur.SHOULD));
                yield any.build();
            }
        };
    }

    private Query phraseQuery(String phrase) throws IOException {
        var queries = new ArrayList<Query>();
        for (Language language : Language.values()) {
            List<Term> terms = terms(language, phrase);
            if (!terms.isEmpty() && allIndexed(terms)) {
                var inOrder = new PhraseQuery.Builder();
                terms.forEach(inOrder::add);
                queries.add(inOrder.build());
            }
        }
        return anyOf(queries);
    }
}
