package rounds.search;

import rounds.search.Marker.Mark;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells of one text after another whether it holds what is wanted, as the index would. For one
/// thread.
final class TextClause {
    /// What typesetting may have torn apart: such words are looked for as the index heals them.
    private static final Pattern TORN = Pattern.compile("f[fil]|[^\\p{L}\\p{N}]");

    private final Clause wanted;
    private final Language language;
    private final List<String> words;
    private final List<String> begun;
    private final Marker marker;

    TextClause(Clause wanted, Language language) {
        this.wanted = wanted;
        this.language = language;
        List<Clause> leaves = wanted.leaves(true).toList();
        this.words = words(leaves);
        this.begun = begun(leaves);
        this.marker = new Marker(words, begun);
    }

    /// The words that tell something, each once.
    static List<String> words(List<Clause> leaves) {
        var words = new LinkedHashSet<String>();
        for (Clause leaf : leaves) {
            switch (leaf) {
                case Clause.Word(String word) -> words.add(word);
                case Clause.Phrase phrase -> words.addAll(telling(phrase));
                default -> {}
            }
        }
        return List.copyOf(words);
    }

    static List<String> begun(List<Clause> leaves) {
        return leaves.stream()
                .filter(Clause.Begun.class::isInstance)
                .map(begun -> ((Clause.Begun) begun).beginning())
                .distinct()
                .toList();
    }

    private static List<String> telling(Clause.Phrase phrase) {
        return StopWords.without(Words.of(phrase.words()));
    }

    // The close look takes a text apart as the index does, which is dear: most texts are told by
    // the words that they do not have.
    boolean fits(String text) {
        Set<Integer> there = new HashSet<>();
        for (Mark mark : marker.marks(text, language)) {
            there.addAll(mark.words());
        }
        return switch (seen(wanted, there)) {
            case NO -> false;
            case YES -> true;
            case UNSURE -> fits(wanted, there, language.analyzer().analysed(text));
        };
    }

    /// What is seen without a close look.
    private enum Seen {
        NO,
        UNSURE,
        YES;

        Seen other() {
            return values()[YES.ordinal() - ordinal()];
        }
    }

    private Seen seen(Clause clause, Set<Integer> there) {
        return switch (clause) {
            case Clause.Word(String word) -> seen(List.of(word), there);
            case Clause.Phrase phrase -> {
                Seen all = seen(telling(phrase), there);
                yield all == Seen.YES ? Seen.UNSURE : all;
            }
            case Clause.Begun(String beginning) ->
                    seen(there.contains(place(beginning)), isTorn(beginning));
            case Clause.Narrowed _ -> Seen.YES;
            case Clause.Not(Clause unwanted) -> seen(unwanted, there).other();
            case Clause.All(List<Clause> parts) ->
                    parts.stream()
                            .map(part -> seen(part, there))
                            .min(Seen::compareTo)
                            .orElse(Seen.YES);
            case Clause.Any(List<Clause> choices) ->
                    choices.stream()
                            .map(choice -> seen(choice, there))
                            .max(Seen::compareTo)
                            .orElse(Seen.NO);
        };
    }

    private static Seen seen(boolean there, boolean torn) {
        if (there) {
            return Seen.YES;
        }
        return torn ? Seen.UNSURE : Seen.NO;
    }

    /// Of what is taken apart, as a dose is, one part that is seen does not tell of the others.
    private Seen seen(List<String> all, Set<Integer> there) {
        Seen least = Seen.YES;
        for (String word : all) {
            int place = words.indexOf(word);
            Set<String> forms = marker.forms(place, language);
            if (!forms.isEmpty()) {
                Seen one =
                        forms.size() > 1 && there.contains(place)
                                ? Seen.UNSURE
                                : seen(
                                        there.contains(place),
                                        forms.stream().anyMatch(TextClause::isTorn));
                least = one.compareTo(least) < 0 ? one : least;
            }
        }
        return least;
    }

    private static boolean isTorn(String form) {
        return TORN.matcher(form).find();
    }

    /// Where a beginning stands among all that is looked for.
    private int place(String beginning) {
        return words.size() + begun.indexOf(beginning);
    }

    private boolean fits(Clause clause, Set<Integer> there, Analysed text) {
        return switch (clause) {
            case Clause.Word(String word) -> {
                int place = words.indexOf(word);
                Set<String> forms = marker.forms(place, language);
                yield (forms.size() == 1 && there.contains(place))
                        || forms.stream().allMatch(text::holds);
            }
            case Clause.Phrase(String phrase) -> {
                List<String> forms = language.analyzer().words(phrase);
                yield forms.isEmpty() || text.holdsInOrder(forms);
            }
            case Clause.Begun(String beginning) ->
                    there.contains(place(beginning)) || text.holdsBegun(Meanings.folded(beginning));
            case Clause.Narrowed _ -> true;
            case Clause.Not(Clause unwanted) -> !fits(unwanted, there, text);
            case Clause.All(List<Clause> parts) ->
                    parts.stream().allMatch(part -> fits(part, there, text));
            case Clause.Any(List<Clause> choices) ->
                    choices.stream().anyMatch(choice -> fits(choice, there, text));
        };
    }
}
