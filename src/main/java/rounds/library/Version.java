package rounds.library;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.platform.documents.DocumentType;
import rounds.platform.markdown.Html;

import java.time.Instant;

/// One version of a resource.
///
/// @param file absent for a link and for a text written in place
/// @param url of a link
/// @param html of a text
/// @param body its source
/// @param note why it was made
/// @param madeOf the number of the version that was read when it was made; null where that is not
///   known
/// @param answer why it was not taken; empty where it was
/// @param text how far it has been read for search
/// @param pages how many it has, as far as it has been read
/// @param looked what came of looking for patients in its file
public record Version(
        long id,
        int number,
        VersionState state,
        VersionForm form,
        @Nullable File file,
        @Nullable String url,
        @Nullable Html html,
        @Nullable String body,
        String note,
        Author madeBy,
        Instant madeAt,
        @Nullable Integer madeOf,
        String answer,
        TextState text,
        int pages,
        Looked looked) {

    /// @param name as its sender called it
    public record File(String name, DocumentType type, long bytes) {}

    /// Whether another version is read now than when this one was proposed.
    public boolean isBehind(int current) {
        return state == VersionState.PROPOSED && madeOf != null && madeOf != current;
    }

    /// Whether others do not read it yet.
    public boolean isHeld() {
        return state == VersionState.HELD;
    }

    public boolean isPdf() {
        return file != null && file.type() == DocumentType.PDF;
    }

    public boolean isPicture() {
        return file != null && file.type().isPicture();
    }
}
