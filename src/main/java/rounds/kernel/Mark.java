package rounds.kernel;

import java.time.Instant;

/// That somebody said something about content without words: a reaction, that it helped.
///
/// @param authorId whose content it is
/// @param by who marked it
/// @param code which mark
/// @param detail what the mark says besides: how it went; else the code again
/// @param quiet whether nobody is told who it was
public record Mark(
        ContentRef content,
        long authorId,
        long by,
        String code,
        String detail,
        Instant at,
        boolean quiet) {

    /// Said by name.
    public Mark(
            ContentRef content, long authorId, long by, String code, String detail, Instant at) {
        this(content, authorId, by, code, detail, at, false);
    }
}
