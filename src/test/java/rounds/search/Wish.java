package rounds.search;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A part of a made-up query: how it is typed, and by plain rules which texts it wants. It shares
/// nothing with what reads queries.
sealed interface Wish {

    record Word(String typed) implements Wish {}

    /// @param marks the two quotation marks
    record Phrase(String words, String marks) implements Wish {}

    record Begun(String beginning) implements Wish {}

    /// In parentheses that mean nothing.
    record Enclosed(Wish wish) implements Wish {}

    record Not(Wish unwanted) implements Wish {}

    /// All of these, as they stand on one side of an OR.
    record All(List<Wish> parts) implements Wish {}

    /// @param or the word between them
    record Any(List<Wish> choices, String or) implements Wish {}

    default String written() {
        return switch (this) {
            case Word(String typed) -> typed;
            case Phrase(String words, String marks) ->
                    marks.charAt(0) + words + marks.charAt(marks.length() - 1);
            case Begun(String beginning) -> beginning + "*";
            case Enclosed(Wish wish) -> "(" + wish.written() + ")";
            case Not(Wish unwanted) -> "-" + unwanted.written();
            case All(List<Wish> parts) ->
                    parts.stream().map(Wish::written).collect(Collectors.joining(" "));
            case Any(List<Wish> choices, String or) ->
                    choices.stream()
                            .map(Wish::written)
                            .collect(Collectors.joining(" " + or + " ", "(", ")"));
        };
    }

    /// How many words and phrases are in it.
    default int texts() {
        return switch (this) {
            case Enclosed(Wish wish) -> wish.texts();
            case Not(Wish unwanted) -> unwanted.texts();
            case All(List<Wish> parts) -> parts.stream().mapToInt(Wish::texts).sum();
            case Any(List<Wish> choices, _) -> choices.stream().mapToInt(Wish::texts).sum();
            default -> 1;
        };
    }

    /// @param meant what words are short for
    default boolean wants(Said text, Map<String, String> meant) {
        return switch (this) {
            case Word(String typed) -> {
                String word = typed.toLowerCase(Locale.ROOT);
                yield text.pieces().stream().anyMatch(piece -> piece.contains(word))
                        || (meant.containsKey(word) && holds(text, meant.get(word)));
            }
            case Phrase(String words, _) -> holds(text, words);
            case Begun(String beginning) ->
                    text.pieces().stream()
                            .flatMap(List::stream)
                            .anyMatch(word -> word.startsWith(beginning));
            case Enclosed(Wish wish) -> wish.wants(text, meant);
            // What a word is short for is not taken away with it.
            case Not(Word(String typed)) -> !new Word(typed).wants(text, Map.of());
            case Not(Wish unwanted) -> !unwanted.wants(text, meant);
            case All(List<Wish> parts) -> parts.stream().allMatch(part -> part.wants(text, meant));
            case Any(List<Wish> choices, _) ->
                    choices.stream().anyMatch(choice -> choice.wants(text, meant));
        };
    }

    private static boolean holds(Said text, String phrase) {
        List<String> words = Said.words(phrase);
        return text.pieces().stream()
                .anyMatch(piece -> Collections.indexOfSubList(piece, words) >= 0);
    }
}
