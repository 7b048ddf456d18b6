package rounds.web.library;

import org.jspecify.annotations.Nullable;

import rounds.search.Passage;

/// A page, slide, sheet or part of a document, to be read.
///
/// @param html of what is more than text, the words that were looked for marked; null: only text
/// @param text the same for what is text
public record Part(int number, String heading, @Nullable String html, Passage text) {}
