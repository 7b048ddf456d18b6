package rounds.search;

import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

import rounds.kernel.ContentType;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Looks for titles while they are typed: all words but the last stand in the title, and the last
/// begins one of its words. What is found is not ranked, so nothing is counted.
final class TitleQuery {
    private static final int MOST_WORDS = 8;

    /// A shorter beginning fits nearly every title.
    private static final int SHORTEST_BEGINNING = 2;

    /// The index keeps stems: a word typed nearly to its end is longer than its stem, by at most so
    /// much.
    private static final int LONGEST_ENDING = 5;

    private static final int SHORTEST_STEM = 4;

    private static final Pattern ELIDED = Pattern.compile("^(?:[cdjlmnst]|qu)'(?=.)");

    static final List<ContentType> TITLED =
            List.of(
                    ContentType.DISCUSSION,
                    ContentType.RESOURCE,
                    ContentType.CASE_STORY,
                    ContentType.TOPIC);

    private TitleQuery() {}

    static boolean isEnough(List<String> words) {
        return !words.isEmpty()
                && (words.getLast().length() >= SHORTEST_BEGINNING
                        || Writing.of(words.getLast()) == Writing.SIGNS);
    }

    /// @param words as they were typed
    static Query of(List<String> words) {
        return of(words, TITLED);
    }

    /// @param types whose titles are looked at
    static Query of(List<String> words, List<ContentType> types) {
        return query(words, types, TitleQuery::form, TitleQuery::beginning);
    }

    /// The same, where one letter of each longer word may be wrong.
    static Query nearly(List<String> words, List<ContentType> types) {
        return query(
                words,
                types,
                (language, word) -> near(language, word, false),
                (language, word) -> near(language, word, true));
    }

    private static Query query(
            List<String> words,
            List<ContentType> types,
            BiFunction<Language, String, Query> whole,
            BiFunction<Language, String, Query> last) {
        List<String> taken = words.subList(0, Math.min(words.size(), MOST_WORDS));
        var anyLanguage = new BooleanQuery.Builder();
        for (Language language : Language.values()) {
            var title = new BooleanQuery.Builder();
            for (String word : taken.subList(0, taken.size() - 1)) {
                title.add(whole.apply(language, word), Occur.FILTER);
            }
            title.add(last.apply(language, taken.getLast()), Occur.FILTER);
            anyLanguage.add(title.build(), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(anyLanguage.build(), Occur.FILTER)
                .add(typed(types), Occur.FILTER)
                .build();
    }

    /// The index keeps stems, and the ending of a mistyped word is taken off as that of any other:
    /// both what was typed and its stem may be meant.
    private static Query near(Language language, String typed, boolean open) {
        String folded = folded(typed);
        var forms = new BooleanQuery.Builder();
        Stream.concat(Stream.of(folded), language.analyzer().words(typed).stream())
                .filter(form -> !form.isEmpty())
                .distinct()
                .forEach(form ->
                        forms.add(
                                new AutomatonQuery(
                                        new Term(language.titleField(), form),
                                        Nearly.automaton(form, open)),
                                Occur.SHOULD));
        return forms.build();
    }

    private static String folded(String typed) {
        return ELIDED.matcher(AccentFilter.folded(IndexSchema.lower(typed))).replaceFirst("");
    }

    /// All that the word is made of, as a dose is; signs in their order.
    private static Query form(Language language, String word) {
        List<String> forms = language.analyzer().words(word);
        if (Writing.of(word) == Writing.SIGNS && !forms.isEmpty()) {
            return new PhraseQuery(language.titleField(), forms.toArray(String[]::new));
        }
        var all = new BooleanQuery.Builder();
        forms.forEach(form -> all.add(term(language, form), Occur.FILTER));
        return all.build();
    }

    private static Query beginning(Language language, String typed) {
        String folded = folded(typed);
        BooleanQuery.Builder forms =
                new BooleanQuery.Builder()
                        .add(form(language, typed), Occur.SHOULD)
                        .add(
                                new PrefixQuery(new Term(language.titleField(), folded)),
                                Occur.SHOULD);
        int shortest = Math.max(SHORTEST_STEM, folded.length() - LONGEST_ENDING);
        for (int length = shortest; length < folded.length(); length++) {
            forms.add(term(language, folded.substring(0, length)), Occur.SHOULD);
        }
        return forms.build();
    }

    private static Query term(Language language, String form) {
        return new TermQuery(new Term(language.titleField(), form));
    }

    /// Replies and pages of documents stand in the index with their first words instead.
    private static Query typed(List<ContentType> wanted) {
        var types = new BooleanQuery.Builder();
        for (ContentType type : wanted) {
            types.add(
                    SortedDocValuesField.newSlowExactQuery(
                            IndexSchema.TYPE, new BytesRef(type.code())),
                    Occur.SHOULD);
        }
        return types.build();
    }
}
