package rounds.search;

import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Makes the index's query of what was asked.
final class QueryPlan {
    /// More words than these cost time and narrow nothing.
    static final int MOST_WORDS = 64;

    /// The words of a longer question are explained so far.
    private static final int MOST_REASONS = 16;

    /// What a phrase counts in a question, where nobody means it to be a condition.
    private static final float QUOTED = 0.5f;

    /// So many telling words make a question by themselves, or with words that only join them.
    private static final int LONG_QUESTION = 6;

    private static final int SHORT_QUESTION = 3;

    private static final int ASKED_QUESTION = 2;

    private final ViewerSearcher searcher;
    private final Asked asked;
    private final FormQueries forms;
    private final WordLookup lookup;
    private final WordQueries queries;
    private final boolean question;
    private final List<AskedWord> words;

    QueryPlan(ViewerSearcher searcher, Asked asked, Meanings meanings, Narrowings narrowings)
            throws IOException {
        this.searcher = searcher;
        this.asked = asked;
        this.forms = new FormQueries(searcher);
        this.lookup = new WordLookup(searcher, meanings, forms);
        this.queries = new WordQueries(forms, lookup, narrowings);
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

    /// What was looked for besides words that are short for it.
    List<Understood.Meaning> meant() {
        return words.stream()
                .filter(word -> !word.meant().isEmpty())
                .map(word -> new Understood.Meaning(word.typed(), word.meant()))
                .toList();
    }

    /// What to mark in the hits.
    List<String> marked() {
        var texts = new ArrayList<>(read());
        words.forEach(word -> texts.addAll(List.of(word.joined(), word.parted())));
        Stream.concat(asked.phrases().stream(), asked.choices().stream().flatMap(Clause::texts))
                .forEach(text -> texts.addAll(StopWords.without(Words.of(text))));
        texts.addAll(forms.begun());
        words.forEach(word -> word.meant().forEach(meant -> texts.addAll(Words.of(meant))));
        return texts;
    }

    /// The words that nothing holds which the viewer may find.
    List<String> absent() {
        return words.stream().filter(QueryPlan::isAbsent).map(AskedWord::typed).toList();
    }

    private static boolean isAbsent(AskedWord word) {
        return word.frequency() == 0 && word.meant().isEmpty() && word.authors().isEmpty();
    }

    /// Which of the words each document lacks, in the order they were asked for; of a longer
    /// question its first words.
    ///
    /// @param documents of the index, that the viewer was shown
    Map<Integer, List<String>> missing(Collection<Integer> documents) throws IOException {
        List<Integer> shown = documents.stream().sorted().toList();
        var missing = new HashMap<Integer, List<String>>();
        for (AskedWord word : words.subList(0, Math.min(words.size(), MOST_REASONS))) {
            Set<Integer> holding = searcher.holding(queries.word(word), shown);
            for (int document : shown) {
                if (!holding.contains(document)) {
                    missing.computeIfAbsent(document, _ -> new ArrayList<>()).add(word.typed());
                }
            }
        }
        return missing;
    }

    /// Written as one asks a colleague, not as one types into a search box: such a text is not
    /// wanted word for word.
    boolean isQuestion() {
        return question;
    }

    /// What each word and phrase adds to the score of a document.
    ///
    /// @param document of the index
    List<Reason> reasons(int document, float score) throws IOException {
        var reasons = new ArrayList<Reason>();
        double rest = score;
        for (AskedWord word : words.subList(0, Math.min(words.size(), MOST_REASONS))) {
            float adds = searcher.score(queries.word(word), document);
            rest -= adds;
            if (adds > 0) {
                boolean title = searcher.score(forms.inTitle(word), document) > 0;
                reasons.add(new Reason(word.read(), share(adds, score), title, word.frequency()));
            }
        }
        for (String phrase : asked.phrases()) {
            float adds = searcher.score(forms.phrase(phrase), document);
            rest -= adds;
            reasons.add(new Reason(phrase, share(adds, score), false, 0));
        }
        for (Clause choice : asked.choices()) {
            float adds = searcher.score(queries.of(choice), document);
            rest -= adds;
            reasons.add(new Reason(choice.written(), share(adds, score), false, 0));
        }
        reasons.add(new Reason("", share(rest, score), false, 0));
        return reasons.stream()
                .filter(reason -> reason.share() > 0)
                .sorted(Comparator.comparingInt(Reason::share).reversed())
                .toList();
    }

    private static int share(double part, float score) {
        return score <= 0 ? 0 : (int) Math.round(100 * part / score);
    }

    private List<AskedWord> chosen(List<String> given) throws IOException {
        var found = new ArrayList<AskedWord>();
        for (int i = 0; i < given.size(); i++) {
            int count = lookup.together(given, i);
            String word = given.get(i);
            found.add(
                    count > 1
                            ? lookup.abbreviation(given.subList(i, i + count))
                            : lookup.lookedUp(word, asked.words().getOrDefault(word, 1)));
            i += count - 1;
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

    /// Everything that was asked for.
    ///
    /// @param filters what hits are narrowed to
    Query all(List<Query> filters) throws IOException {
        return query(Occur.MUST, filters);
    }

    /// Any of the words.
    Query some(List<Query> filters) throws IOException {
        return query(Occur.SHOULD, filters);
    }

    private Query query(Occur each, List<Query> filters) throws IOException {
        var query = new BooleanQuery.Builder();
        for (AskedWord word : words) {
            query.add(queries.word(word), each);
        }
        if (each == Occur.SHOULD) {
            query.setMinimumNumberShouldMatch(1);
        }
        new Signals(searcher, words).addTo(query);
        for (String phrase : asked.phrases()) {
            addPhrase(query, phrase, each);
        }
        for (Clause choice : asked.choices()) {
            queries.add(choice, query);
        }
        for (String unwanted : asked.without()) {
            query.add(forms.phrase(unwanted), Occur.MUST_NOT);
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
            query.add(new BoostQuery(forms.phrase(phrase), QUOTED), Occur.SHOULD);
        } else {
            query.add(forms.phrase(phrase), Occur.MUST);
        }
    }
}
