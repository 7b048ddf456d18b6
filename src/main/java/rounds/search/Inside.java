package rounds.search;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.search.Marker.Mark;
import rounds.search.Passage.Segment;

import java.util.ArrayList;
import java.util.List;

/// Looks for words inside one text after another, as in the pages of a document, by the rules of
/// the search. It reads nothing itself: whoever asks brings texts that the viewer may read.
@Singleton
public class Inside {
    private final Contents contents;

    Inside(Contents contents) {
        this.contents = contents;
    }

    /// @param q as it is typed into the search: what narrows there says nothing here
    /// @param language of the texts
    public Wanted wanted(String q, String language) {
        return new Wanted(read(q), Language.of(language), false);
    }

    /// The same where one of the words is enough, as the search goes on when nothing holds all.
    public Wanted anyOf(String q, String language) {
        return new Wanted(read(q), Language.of(language), true);
    }

    /// A question without what narrows it, as one would type it to look inside one text.
    public static String words(String q) {
        var text = new QueryText(q);
        var words = new ArrayList<String>();
        while (text.hasMore()) {
            String minus = text.passesMinus() ? "-" : "";
            String phrase = text.phrase();
            String group = phrase == null ? text.group() : null;
            if (phrase != null) {
                words.add(minus + '"' + phrase + '"');
            } else if (group != null) {
                text.pass(group);
                words.add(minus + '(' + words(group) + ')');
            } else {
                addWord(words, minus, text);
            }
        }
        return String.join(" ", words);
    }

    /// What narrows goes with the OR that stands beside it.
    private static void addWord(List<String> words, String minus, QueryText text) {
        String piece = text.piece();
        if (!QueryReader.narrows(piece)) {
            words.add(minus + piece);
        } else if (!words.isEmpty() && QueryLevel.OR.contains(words.getLast())) {
            words.removeLast();
        } else if (QueryLevel.OR.contains(text.next())) {
            text.piece();
        }
    }

    private Asked read(String q) {
        return QueryReader.read(q, contents.narrower());
    }

    /// The words of a question, and what is put together of them. For one thread.
    public static final class Wanted {
        private final Language language;
        private final boolean empty;
        private final TextClause clause;
        private final Marker marker;
        private final Passages passages;

        Wanted(Asked asked, Language language, boolean any) {
            Clause all = all(asked, any);
            List<Clause> shown = all.leaves(false).toList();
            List<String> begun = TextClause.begun(shown);
            List<String> words =
                    TextClause.words(shown).stream()
                            .filter(word -> !language.analyzer().words(word).isEmpty())
                            .toList();
            this.language = language;
            this.empty = words.isEmpty() && begun.isEmpty();
            this.clause = new TextClause(all, language);
            this.marker = new Marker(words, begun);
            this.passages = new Passages(marker);
        }

        private static Clause all(Asked asked, boolean any) {
            var parts = new ArrayList<Clause>();
            StopWords.without(List.copyOf(asked.words().keySet()))
                    .forEach(word -> parts.add(new Clause.Word(word)));
            asked.phrases().forEach(words -> parts.add(new Clause.Phrase(words)));
            for (Clause choice : asked.choices()) {
                Clause words = choice.inWords();
                if (words != null) {
                    parts.add(words);
                }
            }
            asked.without().forEach(words -> parts.add(new Clause.Not(new Clause.Phrase(words))));
            return any ? anyOf(parts) : new Clause.All(parts);
        }

        /// One of what is wanted, and nothing that is not.
        private static Clause anyOf(List<Clause> parts) {
            var all = new ArrayList<>(parts);
            all.removeIf(part -> !(part instanceof Clause.Not));
            all.add(
                    new Clause.Any(
                            parts.stream().filter(part -> !(part instanceof Clause.Not)).toList()));
            return new Clause.All(all);
        }

        /// Whether there is no word that could be found.
        public boolean isEmpty() {
            return empty;
        }

        /// The piece of the text that shows best that what was asked for stands in it; null where
        /// it does not.
        public @Nullable Passage best(String text) {
            return !empty && clause.fits(text) ? passages.best(text, text, language) : null;
        }

        /// All of the text, letter by letter, with the words marked.
        public Passage marked(String text) {
            var segments = new ArrayList<Segment>();
            int at = 0;
            for (Mark mark : marker.marks(text, language)) {
                add(segments, text.substring(at, mark.start()), false);
                add(segments, text.substring(mark.start(), mark.end()), true);
                at = mark.end();
            }
            add(segments, text.substring(at), false);
            return new Passage(List.copyOf(segments));
        }

        private static void add(List<Segment> segments, String text, boolean marked) {
            if (!text.isEmpty()) {
                segments.add(new Segment(text, marked));
            }
        }
    }
}
