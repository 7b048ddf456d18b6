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

    /// What a word counts for standing in the title, measured against other titles.
    private static final float IN_TITLE = 0.7f;

    /// What a phrase counts in a question, where nobody means it to be a condition.
    private static final float QUOTED = 0.5f;

    /// So many telling words make a question by themselves, or with words that only join them.
    private static final int LONG_QUESTION = 6;

    private static final int SHORT_QUESTION = 3;

    private static final int ASKED_QUESTION = 2;

    private final ViewerSearcher searcher;
    private final Asked asked;
    private final List<Query> filters;
    private final Spelling spelling;
    private final boolean question;
    private final List<AskedWord> words;

    /// @param filters what hits are narrowed to
    QueryPlan(ViewerSearcher searcher, Asked asked, List<Query> filters) throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.filters = filters;
        this.spelling = new Spelling(searcher);
        List<String> written = List.copyOf(asked.words().keySet());
        List<String> telling = StopWords.without(written);
        this.question = isQuestion(written, telling.size());
        this.words = chosen(question ? StopWords.withoutAsking(telling) : telling);
    }

    private static boolean isQuestion(List<String> written, int telling) {
        return telling >= LONG_QUESTION
                || (telling >= SHORT_QUESTION && telling < written.size())
                || (telling >= ASKED_QUESTION && StopWords.asks(written.getFirst()));
    }

    /// What the search goes by: without words that say nothing, and at most [#MOST_WORDS].
    List<String> words() {
        return words.stream().map(AskedWord::typed).toList();
    }

    /// The same as they are looked for.
    List<String> read() {
        return words.stream().map(AskedWord::read).toList();
    }

    /// The words that are looked for otherwise than they were typed.
    List<Respelt> respelt() {
        return words.stream()
                .filter(word -> !word.typed().equals(word.read()))
                .map(word -> new Respelt(word.typed(), word.read()))
                .toList();
    }

    /// Written as one asks a colleague, not as one types into a search box: such a text is not
    /// wanted word for word.
    boolean isQuestion() {
        return question;
    }

    private List<AskedWord> chosen(List<String> given) throws IOException {
        var found = new ArrayList<AskedWord>();
        for (String word : given) {
            found.add(lookedUp(word, asked.words().getOrDefault(word, 1)));
        }
        if (found.size() <= MOST_WORDS) {
            return found;
        }
        // The rarest tell most; a word that nothing holds tells nothing.
        return found.stream()
                .sorted(
                        Comparator.comparing((AskedWord word) -> word.frequency() == 0)
                                .thenComparing(AskedWord::frequency))
                .limit(MOST_WORDS)
                .toList();
    }

    private AskedWord lookedUp(String word, int times) throws IOException {
        AskedWord own = withForms(word, word, times);
        String near = own.frequency() > 0 ? null : spelling.nearest(word);
        return near == null ? own : withForms(word, near, times);
    }

    private AskedWord withForms(String typed, String read, int times) throws IOException {
        var forms = new EnumMap<Language, List<Term>>(Language.class);
        var all = new ArrayList<Term>();
        for (Language language : Language.values()) {
            List<Term> terms = terms(language, read);
            if (!terms.isEmpty() && allIndexed(terms)) {
                forms.put(language, terms);
                all.addAll(terms);
            }
        }
        int frequency = all.isEmpty() ? 0 : searcher.frequency(all);
        return new AskedWord(typed, read, times, forms, frequency);
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
        for (AskedWord word : words) {
            query.add(wordQuery(word), each);
        }
        if (each == Occur.SHOULD) {
            query.setMinimumNumberShouldMatch(1);
        }
        new Signals(searcher, words).addTo(query);
        for (String phrase : asked.phrases()) {
            addPhrase(query, phrase, each);
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

    /// A phrase is wanted as it stands; but a question that was written elsewhere holds quotation
    /// marks that mean nothing here.
    private void addPhrase(BooleanQuery.Builder query, String phrase, Occur each)
            throws IOException {
        if (question && each == Occur.SHOULD) {
            query.add(new BoostQuery(phraseQuery(phrase), QUOTED), Occur.SHOULD);
        } else {
            query.add(phraseQuery(phrase), Occur.MUST);
        }
    }

    private Query wordQuery(AskedWord word) throws IOException {
        var queries = new ArrayList<Query>();
        for (Map.Entry<Language, List<Term>> form : word.forms().entrySet()) {
            queries.add(inLanguage(form.getKey(), form.getValue(), word.read()));
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
                found.add(new BoostQuery(new TermQuery(title), IN_TITLE), Occur.SHOULD);
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
