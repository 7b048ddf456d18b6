package rounds.search;

import java.util.List;

/// A part of why a hit stands where it does.
///
/// @param what the word or phrase that it holds; empty: that words stand close together or are its
///   whole title
/// @param share of all that speaks for it, in percent
/// @param title whether the title holds it
/// @param texts how many texts that the viewer may read hold it; 0 where it is no single word
/// @param times how often the text itself holds it, as its viewer reads it
public record Reason(String what, int share, boolean title, int texts, int times) {

    Reason(String what, int share, boolean title, int texts) {
        this(what, share, title, texts, 0);
    }

    /// Whether it is found by what it is short for, or by who wrote it.
    public boolean otherwise() {
        return texts > 0 && times == 0 && !title;
    }

    /// The same, counted in this text.
    Reason in(String text, Language language) {
        if (texts == 0) {
            return this;
        }
        boolean half = AskedWord.isHalf(what);
        List<String> word = List.of(half ? what.substring(0, what.length() - 1) : what);
        var marker = half ? new Marker(List.of(), word) : new Marker(word);
        return new Reason(what, share, title, texts, marker.marks(text, language).size());
    }
}
