package rounds.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The index's queries of words, phrases and beginnings, as each language writes them.
final class FormQueries {
    private static final float EXACT_ACCENTS = 0.2f;

    /// What a word counts for standing in the title, measured against other titles.
    private static final float IN_TITLE = 0.7f;

    /// So many words with one beginning are looked for, the most frequent.
    private static final int MOST_BEGUN = 64;

    private final ViewerSearcher searcher;
    private final Set<String> begun = new LinkedHashSet<>();
    private final Map<String, Query> made = new HashMap<>();

    FormQueries(ViewerSearcher searcher) {
        this.searcher = searcher;
    }

    /// The words that were found to begin as it was asked for.
    Set<String> begun() {
        return begun;
    }

    /// Any word that begins so, of those that the viewer may read, as if they were one word. Codes
    /// and numbers are no words of a language: they are looked for as they stand, each counting the
    /// same.
    Query begun(String beginning) throws IOException {
        @Nullable Query before = made.get(beginning);
        if (before == null) {
            before = allBegun(beginning);
            made.put(beginning, before);
        }
        return before;
    }

    private Query allBegun(String beginning) throws IOException {
        String folded = AccentFilter.folded(IndexSchema.lower(beginning));
        List<String> words =
                searcher
                        .terms()
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

    static List<Term> terms(Language language, String text) {
        return language.analyzer().words(text).stream()
                .map(form -> new Term(language.field(), form))
                .toList();
    }

    boolean allHeld(List<Term> terms) throws IOException {
        for (Term term : terms) {
            if (!searcher.terms().isHeld(term)) {
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

    /// What is written as one.
    Query joined(String whole) throws IOException {
        var forms = new ArrayList<Query>();
        for (Language language : Language.values()) {
            for (Term term : terms(language, whole)) {
                if (searcher.terms().isHeld(term)) {
                    forms.add(new TermQuery(term));
                }
            }
        }
        return anyOf(forms);
    }

    /// The word in the text, and more for it in the title, and for its accents as they were typed.
    Query inLanguage(Language language, List<Term> terms, AskedWord word) throws IOException {
        var found = new BooleanQuery.Builder();
        if (areSigns(terms)) {
            addSigns(language, terms, word, found);
        } else {
            addForms(language, terms, found);
        }
        String read = IndexSchema.lower(word.read());
        String whole = Writing.of(read) == Writing.SIGNS ? AccentFilter.folded(read) : read;
        var exact = new Term(language.field(), AccentFilter.exact(whole));
        if (exact.text().length() != exact.bytes().length && searcher.terms().isHeld(exact)) {
            found.add(new BoostQuery(new TermQuery(exact), EXACT_ACCENTS), Occur.SHOULD);
        }
        return found.build();
    }

    private void addForms(Language language, List<Term> terms, BooleanQuery.Builder found)
            throws IOException {
        found.add(allOf(terms), Occur.MUST);
        for (Term term : terms) {
            var title = new Term(language.titleField(), term.bytes());
            if (searcher.terms().isHeld(title)) {
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
            parts += AskedWord.weight(searcher.terms().frequency(term), documents);
        }
        float one = (float) (word.weight(documents) / parts);
        found.add(new BoostQuery(inOrder(language.field(), terms), one), Occur.MUST);
        Query title = inOrder(language.titleField(), terms);
        found.add(new BoostQuery(title, one * IN_TITLE), Occur.SHOULD);
    }

    /// Whether it is a word of several signs, which the index keeps two by two.
    static boolean areSigns(List<Term> terms) {
        return terms.size() > 1
                && terms.stream().allMatch(term -> Writing.of(term.text()) == Writing.SIGNS);
    }

    static Query inOrder(Map<Language, List<Term>> forms) {
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

    static Query anyOf(List<? extends Query> queries) {
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
