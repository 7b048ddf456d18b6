package rounds.platform.documents;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// What is written in a document.
///
/// @param title as the file's properties say it, or in a PDF without, the largest words of its
///   first page; empty where there is none
/// @param authors as the file's properties say
/// @param language of two or three small letters, as the file's properties say; null where they do
///   not
/// @param pageCount pages, slides, sheets or parts: more than `pages` has where some are empty
/// @param pages those on which something is written, in their order
/// @param problem null, or why text is missing
public record Extracted(
        String title,
        List<String> authors,
        @Nullable String language,
        int pageCount,
        List<PageText> pages,
        @Nullable Problem problem) {

    static final Extracted PICTURE =
            new Extracted("", List.of(), null, 1, List.of(), Problem.NO_TEXT);

    static final Extracted NOTHING =
            new Extracted("", List.of(), null, 0, List.of(), Problem.FAILED);

    public Extracted {
        authors = List.copyOf(authors);
        pages = List.copyOf(pages);
    }

    /// Why text is missing.
    public enum Problem {
        /// There is none in it: a picture, or pages that were scanned.
        NO_TEXT,
        /// Some of it could not be read.
        PARTIAL,
        /// None of it could be read.
        FAILED,
        /// Reading ended at a limit of time or length; what stands before that is here.
        TOO_LONG
    }
}
