package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.community.Standing;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.markdown.Markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads what posts said before.
@Singleton
final class Histories {
    private static final int MOST = 200;

    private final Threads threads;
    private final RevisionRepository revisions;
    private final Rights rights;
    private final Policy policy;
    private final Markdown markdown;
    private final References references;

    Histories(
            Threads threads,
            RevisionRepository revisions,
            Rights rights,
            Policy policy,
            Markdown markdown,
            References references) {
        this.threads = threads;
        this.revisions = revisions;
        this.rights = rights;
        this.policy = policy;
        this.markdown = markdown;
        this.references = references;
    }

    Past of(Viewer viewer, long postId, @Nullable Integer asked) {
        PostRow post = threads.post(viewer, postId);
        DiscussionRow discussion = threads.discussion(viewer, post.discussionId());
        Standing standing = discussion.standing(viewer);
        policy.require(Capability.SEE_REVISIONS, standing);
        int wanted = asked == null ? post.revision() : asked;
        int before = revisions.before(postId, wanted);
        List<RevisionRow> rows = new ArrayList<>(revisions.of(postId, wanted, before, MOST));
        rows.add(now(post));
        int shown = index(rows, wanted);
        var place =
                new PostInDiscussion(
                        discussion.seenBy(viewer, rights),
                        references.filled(
                                post.shown(
                                        markdown,
                                        rights.of(post, discussion, viewer, standing),
                                        rights.marks(post, discussion, viewer, standing))));
        return new Past(
                place,
                numbered(rows),
                numbered(rows).get(shown),
                title(rows, shown, discussion, post),
                tags(rows, shown, discussion, post),
                body(rows, shown));
    }

    /// The words of today stand in the post itself.
    private static RevisionRow now(PostRow post) {
        return new RevisionRow(
                post.revision(),
                post.editedAt() == null ? post.postedAt() : post.editedAt(),
                false,
                null,
                null,
                post.body());
    }

    private static int index(List<RevisionRow> rows, int wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).revision() == wanted) {
                return i;
            }
        }
        throw ProblemException.notFound();
    }

    private static List<Revision> numbered(List<RevisionRow> rows) {
        var numbered = new ArrayList<Revision>();
        for (RevisionRow row : rows) {
            numbered.add(
                    new Revision(
                            row.revision(), numbered.size() + 1, row.writtenAt(), row.sealed()));
        }
        return numbered;
    }

    private static Past.Words body(List<RevisionRow> rows, int shown) {
        String after = Objects.requireNonNull(rows.get(shown).body());
        if (shown == 0) {
            return new Past.Words(null, after);
        }
        String before = Objects.requireNonNullElse(rows.get(shown - 1).body(), "");
        return new Past.Words(before, after);
    }

    /// A revision keeps the title only if the next edit changed it; the title that came then is the
    /// next one kept, or today's.
    private static Past.@Nullable Words title(
            List<RevisionRow> rows, int shown, DiscussionRow discussion, PostRow post) {
        String before = shown == 0 ? null : rows.get(shown - 1).title();
        if (before == null || post.number() > 1) {
            return null;
        }
        String after =
                rows.stream()
                        .skip(shown)
                        .map(RevisionRow::title)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(discussion.title());
        return new Past.Words(before, after);
    }

    /// The same of the tags.
    private static History.@Nullable Tags tags(
            List<RevisionRow> rows, int shown, DiscussionRow discussion, PostRow post) {
        String[] before = shown == 0 ? null : rows.get(shown - 1).tags();
        if (before == null || post.number() > 1) {
            return null;
        }
        String[] after =
                rows.stream()
                        .skip(shown)
                        .map(RevisionRow::tags)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(discussion.tags());
        // Merged into one since, they read the same.
        return Arrays.equals(before, after)
                ? null
                : new History.Tags(String.join(", ", before), String.join(", ", after));
    }
}
