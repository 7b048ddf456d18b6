package rounds.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The index's queries of single words and phrases, and of what is put together of them. Each word
/// is looked for as each language writes it.
final class WordQueries {
    private static final float EXACT_ACCENTS = 0.2f;

    /// What a word counts for standing in the title, measured against other titles.
    private static final float IN_TITLE = 0.7f;

    /// What a word counts for where a text says what it is short for.
    private static final float MEANT = 0.6f;

    /// So many words with one beginning are looked for, the most frequent.
    private static final int MOST_BEGUN = 64;

    /// A shorter word begins too many others to be half of one.
    private static final int SHORTEST_HALF = 4;

    /// To look for what comes near a word is dear: a query of nothing but errors gets no further.
    private static final int MOST_RESPELT = 4;

    private final ViewerSearcher searcher;
    private final Spelling spelling;
    private final Meanings meanings;
    private final Narrowings narrowings;
    private int respelt;
    private final Set<String> begun = new LinkedHashSet<>();
    private final Map<Clause, Query> known = new HashMap<>();

    WordQueries(ViewerSearcher searcher, Meanings meanings, Narrowings narrowings) {
        this.searcher = searcher;
        this.spelling = new Spelling(searcher);
        this.meanings = meanings;
        this.narrowings = narrowings;
    }

    /// The words that were found to begin as it was asked for.
    Set<String> begun() {
        return begun;
    }

    /// Adds what a hit must hold, or must not.
    void add(Clause wanted, BooleanQuery.Builder query) throws IOException {
        if (wanted instanceof Clause.Not(Clause unwanted)) {
            query.add(of(unwanted), Occur.MUST_NOT);
        } else {
            query.add(of(wanted), Occur.MUST);
        }
    }

    Query of(Clause wanted) throws IOException {
        @Nullable Query before = known.get(wanted);
        if (before == null) {
            before = made(wanted);
            known.put(wanted, before);
        }
        return before;
    }

    private Query made(Clause wanted) throws IOException {
        return switch (wanted) {
            case Clause.Word(String word) -> word(lookedUp(word, 1));
            case Clause.Phrase(String words) -> phrase(words);
            case Clause.Begun(String beginning) -> begun(beginning);
            case Clause.Narrowed narrowed -> new ConstantScoreQuery(narrowings.of(narrowed));
            case Clause.All(List<Clause> parts) -> all(parts);
            case Clause.Any(List<Clause> choices) -> any(choices);
            case Clause.Not not -> all(List.of(not));
        };
    }

    private Query all(List<Clause> parts) throws IOException {
        var all = new BooleanQuery.Builder();
        for (Clause part : parts) {
            add(part, all);
        }
        if (parts.stream().allMatch(Clause.Not.class::isInstance)) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        return all.build();
    }

    private Query any(List<Clause> choices) throws IOException {
        var queries = new ArrayList<Query>();
        for (Clause choice : choices) {
            queries.add(of(choice));
        }
        return anyOf(queries);
    }

    /// Any word that begins so, of those that the viewer may read, as if they were one word. Codes
    /// and numbers are no words of a language: they are looked for as they stand, each counting the
    /// same.
    private Query begun(String beginning) throws IOException {
        String folded = AccentFilter.folded(IndexSchema.lower(beginning));
        List<String> words =
                searcher
                        .held(IndexSchema.SPELLING, PrefixQuery.toAutomaton(new BytesRef(folded)))
                        .entrySet()
                        .stream()
                        .sorted(
                                Map.Entry.<String, Integer>comparingByValue()
                                        .reversed()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_BEGUN)
                        .map(Map.Entry::getKey)
                        .toList();
        begun.addAll(words);
        var queries = new ArrayList<Query>();
        for (Language language : Language.values()) {
            var forms = new SynonymQuery.Builder(language.field());
            words.stream()
                    .map(word -> terms(language, word))
                    .filter(terms -> terms.size() == 1)
                    .map(List::getFirst)
                    .distinct()
                    .forEach(forms::addTerm);
            queries.add(forms.build());
            queries.add(
                    new ConstantScoreQuery(new PrefixQuery(new Term(language.field(), folded))));
        }
        if (Writing.of(beginning) == Writing.SIGNS) {
            begun.add(folded);
            queries.add(phrase(beginning));
        }
        return anyOf(queries);
    }

    /// How many words from this one on are an abbreviation together; 1 where they are none.
    int together(List<String> words, int from) {
        for (int count = Math.min(Meanings.MOST_TOGETHER, words.size() - from);
                count > 1;
                count--) {
            if (meanings.together(words.subList(from, from + count)) != null) {
                return count;
            }
        }
        return 1;
    }

    /// These words as the one abbreviation that they are.
    AskedWord abbreviation(List<String> parts) throws IOException {
        String name = Objects.requireNonNull(meanings.together(parts));
        return withForms(name, name, 1);
    }

    /// The word, or what comes nearest where nothing that the viewer may read holds it.
    AskedWord lookedUp(String word, int times) throws IOException {
        AskedWord own = withForms(word, word, times);
        boolean found = own.frequency() > 0 || !own.meant().isEmpty() || !own.authors().isEmpty();
        if (found || respelt == MOST_RESPELT) {
            return own;
        }
        respelt++;
        AskedWord half = half(word, times);
        if (half != null) {
            return half;
        }
        String near = KnownWords.holds(word) ? null : spelling.nearest(word);
        return near == null ? own : withForms(word, near, times);
    }

    /// The word as the beginning of others, where there are any; null where there are none.
    private @Nullable AskedWord half(String word, int times) throws IOException {
        if (word.length() < SHORTEST_HALF || !word.chars().allMatch(SpelledWords::isLetter)) {
            return null;
        }
        Query longer = of(new Clause.Begun(word));
        int frequency = searcher.count(longer);
        return frequency == 0 ? null : AskedWord.half(word, times, frequency);
    }

    private AskedWord withForms(String typed, String read, int times) throws IOException {
        var forms = new EnumMap<Language, List<Term>>(Language.class);
        for (Language language : Language.values()) {
            List<Term> terms = terms(language, read);
            if (!terms.isEmpty() && allHeld(terms)) {
                forms.put(language, terms);
            }
        }
        int frequency = searcher.frequency(forms.values());
        if (frequency > 0 && forms.values().stream().anyMatch(WordQueries::areSigns)) {
            frequency = searcher.count(inOrder(forms));
            if (frequency == 0) {
                forms.clear();
            }
        }
        return new AskedWord(
                typed, read, times, forms, frequency, meanings.of(typed), meanings.authors(typed));
    }

    private static List<Term> terms(Language language, String text) {
        return language.analyzer().words(text).stream()
                .map(form -> new Term(language.field(), form))
                .toList();
    }

    private boolean allHeld(List<Term> terms) throws IOException {
        for (Term term : terms) {
            if (!searcher.isHeld(term)) {
                return false;
            }
        }
        return true;
    }

    /// Texts that hold the word in their titles.
    Query inTitle(AskedWord word) {
        var queries = new ArrayList<Query>();
        word.forms()
                .forEach((language, terms) ->
                        queries.addAll(
                                areSigns(terms)
                                        ? List.of(inOrder(language.titleField(), terms))
                                        : terms.stream()
                                                .map(term ->
                                                        new Term(
                                                                language.titleField(),
                                                                term.bytes()))
                                                .map(TermQuery::new)
                                                .toList()));
        return anyOf(queries);
    }

    /// Texts that hold the word or say what it is short for, or whose author is called so, those
    /// first that hold it in their title and with its accents.
    Query word(AskedWord word) throws IOException {
        if (word.isHalf()) {
            return strong(of(new Clause.Begun(word.typed())), word.times());
        }
        var queries = new ArrayList<Query>();
        for (Map.Entry<Language, List<Term>> form : word.forms().entrySet()) {
            queries.add(inLanguage(form.getKey(), form.getValue(), word));
        }
        if (!word.joined().isEmpty()) {
            queries.add(joined(word.joined()));
        }
        if (!word.parted().isEmpty()) {
            queries.add(phrase(word.parted()));
        }
        for (String meant : word.meant()) {
            queries.add(new BoostQuery(phrase(meant), MEANT));
        }
        if (!word.authors().isEmpty()) {
            queries.add(new ConstantScoreQuery(Narrowings.byAny(word.authors())));
        }
        return strong(anyOf(queries), word.times());
    }

    private Query joined(String whole) throws IOException {
        var forms = new ArrayList<Query>();
        for (Language language : Language.values()) {
            for (Term term : terms(language, whole)) {
                if (searcher.isHeld(term)) {
                    forms.add(new TermQuery(term));
                }
            }
        }
        return anyOf(forms);
    }

    /// A word that a question comes back to is what it is about.
    private static Query strong(Query word, int times) {
        return times == 1 ? word : new BoostQuery(word, (float) Math.sqrt(times));
    }

    /// The word in the text, and more for it in the title, and for its accents as they were typed.
    private Query inLanguage(Language language, List<Term> terms, AskedWord word)
            throws IOException {
        var found = new BooleanQuery.Builder();
        if (areSigns(terms)) {
            addSigns(language, terms, word, found);
        } else {
            addForms(language, terms, found);
        }
        String read = IndexSchema.lower(word.read());
        String whole = Writing.of(read) == Writing.SIGNS ? AccentFilter.folded(read) : read;
        var exact = new Term(language.field(), AccentFilter.exact(whole));
        if (exact.text().length() != exact.bytes().length && searcher.isHeld(exact)) {
            found.add(new BoostQuery(new TermQuery(exact), EXACT_ACCENTS), Occur.SHOULD);
        }
        return found.build();
    }

    private void addForms(Language language, List<Term> terms, BooleanQuery.Builder found)
            throws IOException {
        found.add(allOf(terms), Occur.MUST);
        for (Term term : terms) {
            var title = new Term(language.titleField(), term.bytes());
            if (searcher.isHeld(title)) {
                found.add(new BoostQuery(new TermQuery(title), IN_TITLE), Occur.SHOULD);
            }
        }
    }

    /// Signs in their order count as one word, of which there are as many texts as hold them so.
    private void addSigns(
            Language language, List<Term> terms, AskedWord word, BooleanQuery.Builder found)
            throws IOException {
        int documents = searcher.documents();
        double parts = 0;
        for (Term term : terms) {
            parts += AskedWord.weight(searcher.frequency(List.of(List.of(term))), documents);
        }
        float one = (float) (word.weight(documents) / parts);
        found.add(new BoostQuery(inOrder(language.field(), terms), one), Occur.MUST);
        Query title = inOrder(language.titleField(), terms);
        found.add(new BoostQuery(title, one * IN_TITLE), Occur.SHOULD);
    }

    /// Whether it is a word of several signs, which the index keeps two by two.
    private static boolean areSigns(List<Term> terms) {
        return terms.size() > 1
                && terms.stream().allMatch(term -> Writing.of(term.text()) == Writing.SIGNS);
    }

    private static Query inOrder(Map<Language, List<Term>> forms) {
        return anyOf(
                forms.entrySet().stream()
                        .map(form -> inOrder(form.getKey().field(), form.getValue()))
                        .toList());
    }

    private static Query inOrder(String field, List<Term> terms) {
        var inOrder = new PhraseQuery.Builder();
        terms.forEach(term -> inOrder.add(new Term(field, term.bytes())));
        return inOrder.build();
    }

    private static Query allOf(List<Term> terms) {
        if (terms.size() == 1) {
            return new TermQuery(terms.getFirst());
        }
        var all = new BooleanQuery.Builder();
        terms.forEach(term -> all.add(new TermQuery(term), Occur.MUST));
        return all.build();
    }

    private static Query anyOf(List<? extends Query> queries) {
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

    /// Texts that hold these words in this order.
    Query phrase(String phrase) throws IOException {
        var queries = new ArrayList<Query>();
        for (Language language : Language.values()) {
            List<Term> terms = terms(language, phrase);
            if (!terms.isEmpty() && allHeld(terms)) {
                queries.add(inOrder(language.field(), terms));
            }
        }
        return anyOf(queries);
    }
}
