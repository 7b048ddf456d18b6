package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A query as its words were understood, before anything was looked up.
///
/// @param words plain words in the order they were written, each once, and how often it stood there
/// @param phrases words in quotation marks, to be found in this order
/// @param without words and phrases that a hit may not hold
/// @param choices what is more than a word or a phrase, each wanted, or unwanted
/// @param unclear narrowings that were not understood, in the order they were written
record Asked(
        Map<String, Integer> words,
        List<String> phrases,
        List<String> without,
        List<Clause> choices,
        Narrowing narrowing,
        List<Unclear> unclear) {

    /// The same, with what else turned out not to be clear.
    Asked with(List<Unclear> more) {
        return new Asked(
                words,
                phrases,
                without,
                choices,
                narrowing,
                Stream.concat(unclear.stream(), more.stream()).toList());
    }

    /// @param values of each facet, as they are looked for
    /// @param without values that a hit may not have
    /// @param after this day and later
    /// @param before earlier than this day
    record Narrowing(
            Map<Facet, List<String>> values,
            Map<Facet, List<String>> without,
            @Nullable LocalDate after,
            @Nullable LocalDate before) {

        /// All that is named of this facet, wanted or not.
        List<String> of(Facet facet) {
            return Stream.of(values, without)
                    .flatMap(named -> named.getOrDefault(facet, List.of()).stream())
                    .toList();
        }

        /// What a hit may not have.
        List<String> excluded() {
            return without.values().stream().flatMap(List::stream).toList();
        }

        boolean isEmpty() {
            return values.isEmpty() && without.isEmpty() && after == null && before == null;
        }
    }

    /// Nothing to look for by words: the newest that the narrowing lets through.
    boolean isBare() {
        return words.isEmpty()
                && phrases.isEmpty()
                && choices.stream()
                        .allMatch(part -> part instanceof Clause.Not || part.narrowsOnly());
    }

    /// Whether one of the choices narrows.
    boolean choosesNarrowing() {
        return choices.stream()
                .anyMatch(part -> !(part instanceof Clause.Not) && part.narrowsOnly());
    }

    /// All that is named of this facet, wherever it stands.
    List<String> named(Facet facet) {
        return Stream.concat(
                        narrowing.of(facet).stream(),
                        choices.stream()
                                .flatMap(part -> part.leaves(true))
                                .filter(Clause.Narrowed.class::isInstance)
                                .map(Clause.Narrowed.class::cast)
                                .filter(part -> part.facet() == facet)
                                .map(Clause.Narrowed::value))
                .toList();
    }
}
