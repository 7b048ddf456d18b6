package rounds.topics;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.ContentRef;
import rounds.kernel.Titled;

import java.time.Instant;

/// Something that stands on a topic's shelf, or is suggested for it, as its viewer may read it.
///
/// @param why one line: why to read it, or why it belongs there; may be empty
/// @param addedBy absent for whoever is no member of the community that has the topic
public record ShelfEntry(Titled titled, String why, @Nullable Author addedBy, Instant addedAt) {
    public static final int LONGEST_WHY = 300;

    public ContentRef content() {
        return titled.content();
    }

    public long id() {
        return titled.content().id();
    }

    public String title() {
        return titled.title();
    }

    public String path() {
        return titled.path();
    }

    public String language() {
        return titled.language();
    }
}
