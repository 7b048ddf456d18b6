package rounds.forum;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.changes.Submissions;

import java.util.Optional;

/// What a form that is sent again has made before.
final class Made {

    /// @throws ProblemException conflict, if it made something of another kind
    static Optional<Long> before(
            Submissions submissions,
            Viewer.SignedIn person,
            @Nullable String submission,
            ContentRef making) {
        Optional<ContentRef> made = submissions.claim(person.personId(), submission, making);
        if (made.isPresent() && made.get().type() != making.type()) {
            throw new ProblemException(new Problem.Conflict("forum.submission.used"));
        }
        return made.map(ContentRef::id);
    }

    private Made() {}
}
