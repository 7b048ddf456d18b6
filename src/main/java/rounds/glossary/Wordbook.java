package rounds.glossary;

import io.micronaut.core.annotation.Introspected;

/// By what it is known whether the words of a community have changed for this viewer.
///
/// @param terms how many she reads
/// @param revisions of all of them together
/// @param newest when one of them was last changed, in milliseconds since 1970; 0 without any
@Introspected
public record Wordbook(int terms, long revisions, long newest) {

    /// The same as long as she reads the same words.
    public String tag() {
        return terms + "." + revisions + "." + newest;
    }
}
