package rounds.forum;

import jakarta.inject.Singleton;

import rounds.community.Capability;
import rounds.community.Policy;
import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Problem;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.kernel.What;
import rounds.platform.changes.Changes;
import rounds.platform.database.Transactions;
import rounds.platform.entry.Entry;

import java.util.List;

/// What a community's tags mean: moderators describe them and merge those that say the same.
@Singleton
public class Tagging {
    /// Over how many of the newest discussions tags are counted.
    public static final int COUNTED = 1_000;

    public static final int MOST = 300;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int STEP = 100;

    private final TagRepository rows;
    private final DiscussionRepository discussions;
    private final Journal journal;
    private final Policy policy;
    private final Changes changes;
    private final Transactions transactions;

    Tagging(
            TagRepository rows,
            DiscussionRepository discussions,
            Journal journal,
            Policy policy,
            Changes changes,
            Transactions transactions) {
        this.rows = rows;
        this.discussions = discussions;
        this.journal = journal;
        this.policy = policy;
        this.changes = changes;
        this.transactions = transactions;
    }

    /// A community's tags, the most used first.
    ///
    /// @param starts what their names begin with; empty: all
    public List<Tag> all(Viewer viewer, String community, String starts, int limit) {
        String like = starts.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return transactions.read(
                viewer,
                () ->
                        rows
                                .all(
                                        readable(viewer, community).id(),
                                        COUNTED,
                                        like,
                                        Math.clamp(limit, 1, MOST))
                                .stream()
                                .map(TagRow::tag)
                                .toList());
    }

    /// What is known of one tag, or of the main tag it is a synonym of; a tag of which nothing is
    /// known is its name alone.
    public Tag one(Viewer viewer, long communityId, String name) {
        String tag = Entry.tag(name);
        return transactions.read(
                viewer,
                () ->
                        rows.one(communityId, tag)
                                .map(TagRow::tag)
                                .orElseGet(() -> new Tag(tag, "", List.of(), 0)));
    }

    /// @throws ProblemException invalid; not found or forbidden, as the policy says
    public void describe(Viewer.SignedIn viewer, String community, String name, String words) {
        String tag = Entry.tag(name);
        String description = Entry.note("description", words);
        if (description.length() > LONGEST_DESCRIPTION) {
            throw ProblemException.invalid(
                    "description",
                    "forum.note.too-long",
                    description.length(),
                    LONGEST_DESCRIPTION);
        }
        write(
                viewer,
                () -> {
                    long id = managed(viewer, community);
                    require(rows.describe(id, tag, description));
                    journal.noteTag(viewer, id, ModerationAct.TAG_DESCRIBED, tag);
                });
    }

    /// From now on, whoever types `name` stores `into`; discussions that carry it follow in steps,
    /// none of which lasts, and so do their histories: what a tag was called may be why it was
    /// merged. Done again, it goes on where it was cut off.
    ///
    /// @param rename whether `into` may be a tag that nothing here carries yet: so that a slip of
    ///   the keyboard makes no new one
    /// @return the tag that is stored
    public String merge(
            Viewer.SignedIn viewer, String community, String name, String into, boolean rename) {
        String synonym = Entry.tag(name);
        String main = Entry.tag(into);
        String stored =
                transactions.write(
                        viewer,
                        () -> {
                            long id = managed(viewer, community);
                            if (!rename && !rows.known(id, main)) {
                                throw ProblemException.invalid(
                                        "into", "forum.tags.merge.unknown", main);
                            }
                            String goal = rows.makeSynonym(id, synonym, main);
                            if (goal == null) {
                                throw ProblemException.invalid("into", "forum.tags.same");
                            }
                            journal.noteTag(
                                    viewer, id, ModerationAct.TAG_MERGED, synonym + " → " + goal);
                            return goal;
                        });
        while (retag(viewer, community, synonym) == STEP) {
            // One step after the other, each a transaction of its own.
        }
        while (retagHistories(viewer, community, synonym) == STEP) {
            // The same of what was edited since.
        }
        return stored;
    }

    private int retag(Viewer.SignedIn viewer, String community, String synonym) {
        return transactions.write(
                viewer,
                () -> {
                    long id = managed(viewer, community);
                    int written = rows.retag(id, synonym, STEP);
                    if (written > 0) {
                        // Wakes the followers; each discussion is in the log already.
                        changes.append(
                                viewer.personId(),
                                new ContentRef(ContentType.COMMUNITY, id),
                                What.EDITED);
                    }
                    return written;
                });
    }

    private int retagHistories(Viewer.SignedIn viewer, String community, String synonym) {
        return transactions.write(
                viewer, () -> rows.retagHistories(managed(viewer, community), synonym, STEP));
    }

    /// Lets a synonym be a tag of its own again. What was stored meanwhile stays.
    public void endSynonym(Viewer.SignedIn viewer, String community, String name) {
        String synonym = Entry.tag(name);
        write(
                viewer,
                () -> {
                    long id = managed(viewer, community);
                    require(rows.endSynonym(id, synonym));
                    journal.noteTag(viewer, id, ModerationAct.SYNONYM_ENDED, synonym);
                });
    }

    private CommunityRow readable(Viewer viewer, String slug) {
        CommunityRow community =
                discussions.community(slug).orElseThrow(ProblemException::notFound);
        policy.require(Capability.READ, community.standing(viewer));
        return community;
    }

    private long managed(Viewer.SignedIn viewer, String slug) {
        CommunityRow community = readable(viewer, slug);
        policy.require(Capability.MANAGE_TAGS, community.standing(viewer));
        return community.id();
    }

    private static void require(boolean done) {
        if (!done) {
            throw new ProblemException(new Problem.Conflict("forum.moderation.meanwhile"));
        }
    }

    private void write(Viewer.SignedIn viewer, Runnable work) {
        transactions.run(viewer, work);
    }
}
