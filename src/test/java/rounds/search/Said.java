package rounds.search;

import rounds.kernel.Indexable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a text says: the words of its title, of each of its tags, and of its body.
record Said(List<List<String>> pieces) {

    static Said of(Indexable text) {
        var pieces = new ArrayList<List<String>>();
        pieces.add(words(text.title()));
        pieces.add(words(text.body()));
        text.tags().forEach(tag -> pieces.add(words(tag)));
        return new Said(pieces);
    }

    static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
