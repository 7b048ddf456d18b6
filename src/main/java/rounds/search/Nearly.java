package rounds.search;

import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

import java.util.List;

/// The beginnings of words as somebody means them who mistyped one letter: left one out, put one
/// too many, took another, or turned two round. The first letter is taken to be right.
public final class Nearly {
    /// Shorter beginnings come near too many words.
    public static final int SHORTEST = 4;

    /// Nobody is called by more words, and no word is longer than it takes to know it.
    private static final int MOST_WORDS = 8;

    private static final int LONGEST = 24;

    /// By the first so many letters those can be looked for whom the words may fit.
    private static final int SURE = 2;

    private final List<String> typed;
    private final List<CharacterRunAutomaton> words;

    private Nearly(List<String> typed) {
        this.typed = typed;
        words =
                typed.stream()
                        .map(word -> new CharacterRunAutomaton(automaton(word, true)))
                        .toList();
    }

    /// @param text as it was typed
    public static Nearly to(String text) {
        return new Nearly(words(text));
    }

    /// Whether one of the words is long enough for an error to be forgiven.
    public boolean forgives() {
        return typed.stream().anyMatch(word -> word.length() >= SHORTEST);
    }

    /// By which all can be found that might fit.
    public String sure() {
        return String.join(
                " ",
                typed.stream()
                        .map(word -> word.substring(0, Math.min(SURE, word.length())))
                        .toList());
    }

    /// Whether each typed word nearly begins one of the words of this name.
    public boolean fits(String name) {
        List<String> told = words(name);
        return words.stream().allMatch(word -> told.stream().anyMatch(word::run));
    }

    /// What comes near a word.
    ///
    /// @param word small and without accents
    /// @param open whether the word may go on
    static Automaton automaton(String word, boolean open) {
        Automaton near =
                word.length() < SHORTEST
                        ? Automata.makeString(word)
                        : new LevenshteinAutomata(word.substring(1), true)
                                .toAutomaton(1, word.substring(0, 1));
        Automaton all =
                open ? Operations.concatenate(List.of(near, Automata.makeAnyString())) : near;
        return Operations.determinize(all, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }

    /// A dot parts the words of a handle.
    private static List<String> words(String text) {
        return Words.of(text.replace('.', ' ')).stream()
                .limit(MOST_WORDS)
                .map(word -> word.substring(0, Math.min(LONGEST, word.length())))
                .map(word -> AccentFilter.folded(IndexSchema.lower(word)))
                .toList();
    }
}
