package rounds.platform.changes;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
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
    /// @param words what it says, by which a second sending is told from other words under the same
    ///   name
    /// @return what the earlier one made
    /// @throws ProblemException conflict, if the earlier one said or made something else
    public Optional<ContentRef> claim(
            long personId, @Nullable String key, ContentRef content, List<?> words) {
        if (key == null || key.isBlank()) {
            return Optional.empty();
        }
        String kept = key.length() > 200 ? key.substring(0, 200) : key;
        String print = print(words);
        if (submissions.claim(personId, kept, content.type().code(), content.id(), print) == 1) {
            return Optional.empty();
        }
        return submissions.find(personId, kept).map(row -> made(row, content.type(), print));
    }

    private static ContentRef made(SubmissionRow row, ContentType type, String print) {
        boolean same = row.print().isEmpty() || row.print().equals(print);
        if (!same || !row.contentType().equals(type.code())) {
            throw new ProblemException(new Problem.Conflict("forum.submission.used"));
        }
        return new ContentRef(type, row.contentId());
    }

    private static String print(List<?> words) {
        try {
            byte[] said = words.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(said));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
