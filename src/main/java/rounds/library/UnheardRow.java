package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.platform.entry.Tongue;

/// A resource of which nobody said the language.
@Introspected
record UnheardRow(long id, String title, String description, String language) {
    // Leaves room for the title among the words that are heard.
    private static final int MOST = 3_500;

    /// @param text the beginning of what stands in it; empty: there is none
    String heard(String text) {
        return heard(text, title, description, language);
    }

    /// The language of what stands in a resource; that of what is said of it where nothing does.
    static String heard(String text, String title, String description, String otherwise) {
        String begin = text.length() <= MOST ? text : text.substring(0, MOST);
        return Tongue.of(begin + "\n" + title + "\n" + description, otherwise);
    }
}
