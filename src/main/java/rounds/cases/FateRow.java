package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import java.util.List;
import java.util.stream.IntStream;

/// @param notes parts and what was said of them, in turn
@Introspected
record FateRow(String act, String words, String[] notes) {

    Fate fate() {
        List<Fate.Note> said =
                IntStream.range(0, notes.length / 2)
                        .mapToObj(i -> new Fate.Note(notes[2 * i], notes[2 * i + 1]))
                        .toList();
        return new Fate(act, words, said);
    }
}
