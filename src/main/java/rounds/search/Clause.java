package rounds.search;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A part of a query that is more than a word or a phrase by itself: a choice between several, or
/// how a word begins.
sealed interface Clause {

    /// A plain word.
    record Word(String word) implements Clause {
        @Override
        public String written() {
            return word;
        }

        @Override
        public Stream<String> texts() {
            return Stream.of(word);
        }
    }

    /// Words in this order.
    record Phrase(String words) implements Clause {
        @Override
        public String written() {
            return "“" + words + "”";
        }

        @Override
        public Stream<String> texts() {
            return Stream.of(words);
        }
    }

    /// Every word that begins so.
    ///
    /// @param beginning at least [QueryLevel#SHORTEST_BEGINNING] letters, without the asterisk
    record Begun(String beginning) implements Clause {
        @Override
        public String written() {
            return beginning + "*";
        }

        @Override
        public Stream<String> texts() {
            return Stream.empty();
        }
    }

    /// What narrows, where it is one of several that can be chosen between.
    ///
    /// @param facet null where days narrow, or where it was not understood
    /// @param value of the facet
    /// @param after this day and later
    /// @param before earlier than this day
    /// @param written as it was typed
    record Narrowed(
            @Nullable Facet facet,
            String value,
            @Nullable LocalDate after,
            @Nullable LocalDate before,
            String written)
            implements Clause {
        /// What was not understood narrows nothing.
        boolean isNothing() {
            return facet == null && after == null && before == null;
        }

        @Override
        public Stream<String> texts() {
            return Stream.empty();
        }
    }

    /// Whatever this does not find.
    record Not(Clause unwanted) implements Clause {
        @Override
        public String written() {
            return "-" + unwanted.enclosed();
        }

        @Override
        public Stream<String> texts() {
            return Stream.empty();
        }
    }

    /// All of these.
    record All(List<Clause> parts) implements Clause {
        @Override
        public String written() {
            return parts.stream().map(Clause::enclosed).collect(Collectors.joining(" "));
        }

        @Override
        public Stream<String> texts() {
            return parts.stream().flatMap(Clause::texts);
        }
    }

    /// One of these or several.
    record Any(List<Clause> choices) implements Clause {
        @Override
        public String written() {
            return choices.stream().map(Clause::enclosed).collect(Collectors.joining(" OR "));
        }

        @Override
        public Stream<String> texts() {
            return choices.stream().flatMap(Clause::texts);
        }
    }

    /// As it could be typed.
    String written();

    /// The words and phrases in it that a hit may hold, to be marked there.
    Stream<String> texts();

    /// How many beginnings of words are in it.
    default long beginnings() {
        return leaves(true).filter(Begun.class::isInstance).count();
    }

    /// The words, phrases and beginnings that it is put together of.
    ///
    /// @param all those, too, that are taken away
    default Stream<Clause> leaves(boolean all) {
        return switch (this) {
            case Not(Clause unwanted) -> all ? unwanted.leaves(true) : Stream.empty();
            case All(List<Clause> parts) -> parts.stream().flatMap(part -> part.leaves(all));
            case Any(List<Clause> parts) -> parts.stream().flatMap(part -> part.leaves(all));
            default -> Stream.of(this);
        };
    }

    /// Whether nothing but narrowings stands in it.
    default boolean narrowsOnly() {
        return leaves(true).allMatch(Narrowed.class::isInstance);
    }

    /// The same for a text of which it is known already where it stands; null where words alone do
    /// not tell whether it is found.
    default @Nullable Clause inWords() {
        return switch (this) {
            case Narrowed _ -> null;
            case All(List<Clause> parts) -> {
                var left = new ArrayList<Clause>();
                for (Clause part : parts) {
                    Clause words = part.inWords();
                    if (words != null) {
                        left.add(words);
                    }
                }
                yield new All(left);
            }
            default -> leaves(true).anyMatch(Narrowed.class::isInstance) ? null : this;
        };
    }

    private String enclosed() {
        return switch (this) {
            case Any any -> "(" + any.written() + ")";
            case All all -> "(" + all.written() + ")";
            default -> written();
        };
    }
}
