package rounds.search;

import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The index's queries of what was asked for, word by word and put together.
final class WordQueries {
    /// What a word counts for where a text says what it is short for.
    private static final float MEANT = 0.6f;

    private final FormQueries forms;
    private final WordLookup lookup;
    private final Narrowings narrowings;
    private final Map<Clause, Query> known = new HashMap<>();

    WordQueries(FormQueries forms, WordLookup lookup, Narrowings narrowings) {
        this.forms = forms;
        this.lookup = lookup;
        this.narrowings = narrowings;
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
            case Clause.Word(String word) -> word(lookup.lookedUp(word, 1));
            case Clause.Phrase(String words) -> forms.phrase(words);
            case Clause.Begun(String beginning) -> forms.begun(beginning);
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
        return FormQueries.anyOf(queries);
    }

    /// Texts that hold the word or say what it is short for, or whose author is called so, those
    /// first that hold it in their title and with its accents.
    Query word(AskedWord word) throws IOException {
        if (word.isHalf()) {
            return strong(of(new Clause.Begun(word.typed())), word.times());
        }
        var queries = new ArrayList<Query>();
        for (Map.Entry<Language, List<Term>> form : word.forms().entrySet()) {
            queries.add(forms.inLanguage(form.getKey(), form.getValue(), word));
        }
        if (!word.joined().isEmpty()) {
            queries.add(forms.joined(word.joined()));
        }
        if (!word.parted().isEmpty()) {
            queries.add(forms.phrase(word.parted()));
        }
        for (String meant : word.meant()) {
            queries.add(new BoostQuery(forms.phrase(meant), MEANT));
        }
        if (!word.authors().isEmpty()) {
            queries.add(new ConstantScoreQuery(Narrowings.byAny(word.authors())));
        }
        return strong(FormQueries.anyOf(queries), word.times());
    }

    /// A word that a question comes back to is what it is about.
    private static Query strong(Query word, int times) {
        return times == 1 ? word : new BoostQuery(word, (float) Math.sqrt(times));
    }
}
