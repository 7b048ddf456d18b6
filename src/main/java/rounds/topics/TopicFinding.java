package rounds.topics;

import jakarta.inject.Singleton;

import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.markdown.Markdown;

/// Finds the topic of which a deed speaks; needs the viewer's running transaction.
@Singleton
final class TopicFinding {
    private final TopicRepository rows;
    private final TopicRules rules;
    private final Markdown markdown;

    TopicFinding(TopicRepository rows, TopicRules rules, Markdown markdown) {
        this.rows = rows;
        this.rules = rules;
        this.markdown = markdown;
    }

    /// @throws ProblemException not found, also for who may not read it
    TopicRow row(long id) {
        return rows.seen(id, Markdown.SAFE_VERSION).orElseThrow(ProblemException::notFound);
    }

    Topic seen(Viewer viewer, long id) {
        return seen(viewer, row(id));
    }

    Topic seen(Viewer viewer, TopicRow row) {
        return row.seenBy(viewer, rules.of(row, viewer), markdown);
    }

    /// One that the viewer tends.
    ///
    /// @throws ProblemException not found; forbidden, for who does not
    Topic tended(Viewer.SignedIn viewer, long id) {
        Topic topic = seen(viewer, id);
        if (!topic.may().curate()) {
            throw new ProblemException(new Problem.Forbidden("topics.not-tended"));
        }
        return topic;
    }

    /// One that is under way, in a community of which the viewer is a member.
    ///
    /// @throws ProblemException not found; forbidden, for who is no member; conflict, when it is
    ///   not under way
    Topic takenPartIn(Viewer.SignedIn viewer, long id) {
        Topic topic = seen(viewer, id);
        if (!topic.may().member()) {
            throw new ProblemException(new Problem.Forbidden("topics.members-only"));
        }
        if (!topic.may().takePart()) {
            throw conflict("topics.not-under-way");
        }
        return topic;
    }

    static ProblemException conflict(String why) {
        return new ProblemException(new Problem.Conflict(why));
    }
}
