package rounds.platform.changes;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;

import java.util.Optional;

/// Forms and requests that arrive twice: a double click, a retry after a lost answer. The second
/// makes nothing and is told what the first made.
@Singleton
public class Submissions {
    private final SubmissionRepository submissions;

    Submissions(SubmissionRepository submissions) {
        this.submissions = submissions;
    }

    /// Says that this submission makes this content, or finds what it made before. Needs the
    /// person's running transaction; a twin that runs at the same moment waits for its end.
    ///
    /// @param key what the form or request calls itself; null: it has no name and always makes
    ///   something new
    /// @return what the earlier one made
    public Optional<ContentRef> claim(long personId, @Nullable String key, ContentRef content) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        String kept = key.length() > 200 ? key.substring(0, 200) : key;
        if (submissions.claim(personId, kept, content.type().code(), content.id()) == 1) {
            return Optional.empty();
        }
        return submissions
                .find(personId, kept)
                .map(row -> new ContentRef(ContentType.of(row.contentType()), row.contentId()));
    }
}
