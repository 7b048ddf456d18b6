package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.platform.database.Ids;

import java.time.Instant;
import java.util.Locale;

/// What a summary cites, as its viewer may read it.
///
/// @param page of a document; null: the whole of it
/// @param seenAt when somebody who tends the topic knew what it says
/// @param title empty where it is gone, or is not for her to read: only who tends the topic is told
///   of such a one
/// @param kind of a discussion or a resource; else empty
/// @param number of a post in its discussion; else 0
/// @param author by name; empty where that is told to nobody
/// @param at when that happened; null: nothing, or nobody knows
/// @param version of a resource, the number of the one that is read; else 0
public record Source(
        ContentRef content,
        @Nullable Integer page,
        Instant seenAt,
        String title,
        String language,
        String kind,
        int number,
        String author,
        Became became,
        @Nullable Instant at,
        int version) {

    /// What became of a source since somebody looked at it.
    public enum Became {
        SAME,
        EDITED,
        /// A resource has another version.
        VERSION,
        /// A case story tells how it went on.
        LATER,
        /// Hidden or withdrawn; the viewer may still read it.
        HIDDEN,
        /// Deleted, or hidden from the viewer.
        GONE;

        static Became of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// Whether the sentence that leans on it may no longer be right.
        public boolean isChanged() {
            return this != SAME;
        }
    }

    /// Whether the sentence that leans on it may no longer be right.
    public boolean isChanged() {
        return became.isChanged();
    }

    public boolean isGone() {
        return became == Became.GONE;
    }

    /// Where it is read; it leads on to its canonical address.
    public String path() {
        return path(content, page);
    }

    static String path(ContentRef content, @Nullable Integer page) {
        String id = Ids.text(content.id());
        return switch (content.type()) {
            case POST -> "/p/" + id;
            case RESOURCE -> "/r/" + id + (page == null ? "" : "?page=" + page);
            case CASE_STORY -> "/cases/" + id;
            default -> "/d/" + id;
        };
    }

    /// The sign by which its kind is drawn.
    public String icon() {
        return switch (content.type()) {
            case RESOURCE -> "document";
            case CASE_STORY -> "case";
            case DISCUSSION -> kind.isEmpty() ? "discussion" : kind;
            default -> "discussion";
        };
    }

    public boolean isPost() {
        return content.type() == ContentType.POST;
    }
}
