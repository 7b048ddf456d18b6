package rounds.forum;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.community.LogEntry;
import rounds.community.Reason;
import rounds.kernel.ProblemException;
import rounds.kernel.State;
import rounds.kernel.Viewer;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;
import rounds.platform.limits.Limit;
import rounds.platform.limits.Limits;

import java.util.List;

/// Keeping order: anybody in a community reports, moderators decide, and every decision stands in
/// the community's log with its reason. Nobody decides about her own words. Where two act at once,
/// one wins and the other is told (conflict).
@Singleton
public class Moderation {
    private final Decisions decisions;
    private final Reporting reporting;
    private final Order order;
    private final Desk desk;
    private final Limits limits;
    private final Transactions transactions;

    Moderation(
            Decisions decisions,
            Reporting reporting,
            Order order,
            Desk desk,
            Limits limits,
            Transactions transactions) {
        this.decisions = decisions;
        this.reporting = reporting;
        this.order = order;
        this.desk = desk;
        this.limits = limits;
        this.transactions = transactions;
    }

    /// Ends a discussion: no more replies. Its author may do it, too.
    ///
    /// @param reason a sentence for its readers and the log; may be empty for its author alone
    public void close(Viewer.SignedIn viewer, long discussionId, String reason) {
        write(viewer, () -> order.close(viewer, discussionId, reason));
    }

    public void reopen(Viewer.SignedIn viewer, long discussionId) {
        write(viewer, () -> order.reopen(viewer, discussionId));
    }

    /// Keeps a discussion above the others of its community.
    public void pin(Viewer.SignedIn viewer, long discussionId) {
        write(viewer, () -> order.pin(viewer, discussionId));
    }

    public void unpin(Viewer.SignedIn viewer, long discussionId) {
        write(viewer, () -> order.unpin(viewer, discussionId));
    }

    /// Tells the moderators of a post. A report of patient data hides the post until one has
    /// looked.
    ///
    /// @param note may be empty
    /// @return whether the post is hidden now
    public boolean report(Viewer.SignedIn viewer, long postId, Reason reason, String note) {
        limits.take(Limit.REPORT, String.valueOf(viewer.personId()));
        return transactions.write(viewer, () -> reporting.report(viewer, postId, reason, note));
    }

    /// Takes a post out of sight; the opening post takes its discussion along. Decides all reports
    /// of it. Of one already hidden by a report it confirms that.
    ///
    /// @param words the moderator's reason in her own words, for the log
    public void hide(Viewer.SignedIn viewer, long postId, Reason reason, String words) {
        write(viewer, () -> decisions.hide(viewer, postId, reason, words));
    }

    /// Brings back what was hidden, or what a moderator deleted.
    public void restore(Viewer.SignedIn viewer, long postId, String words) {
        write(viewer, () -> decisions.restore(viewer, postId, words));
    }

    /// Decides all reports of a post: it stays.
    public void keep(Viewer.SignedIn viewer, long postId, String words) {
        write(viewer, () -> decisions.keep(viewer, postId, words));
    }

    /// Lets a post that waits be read.
    public void approve(Viewer.SignedIn viewer, long postId) {
        write(viewer, () -> decisions.approve(viewer, postId));
    }

    public void decline(Viewer.SignedIn viewer, long postId, String words) {
        write(viewer, () -> decisions.decline(viewer, postId, words));
    }

    /// How that post stands now, for a page on which something is decided about it.
    public AsSeen asSeen(Viewer.SignedIn viewer, long postId) {
        return transactions.read(viewer, () -> decisions.asSeen(viewer, postId));
    }

    /// Decides about a post, if nothing has happened to it since its moderator looked at it.
    ///
    /// @param decision one of the above
    /// @throws ProblemException conflict, if something has: nothing is done then
    public void ifAsSeen(Viewer.SignedIn viewer, long postId, AsSeen seen, Runnable decision) {
        write(
                viewer,
                () -> {
                    decisions.require(viewer, postId, seen);
                    decision.run();
                });
    }

    /// What moderators have done about that post since it stood so, the oldest first.
    public List<LogEntry> since(Viewer.SignedIn viewer, long postId, AsSeen seen) {
        return transactions.read(viewer, () -> decisions.since(viewer, postId, seen));
    }

    /// What was reported in a community and not yet decided, the oldest first.
    ///
    /// @throws ProblemException not found or forbidden, as the policy says
    public Slice<Report> reports(
            Viewer.SignedIn viewer, String community, @Nullable String after, int limit) {
        return transactions.read(viewer, () -> desk.reports(viewer, community, after, limit));
    }

    /// Posts that wait to be approved and of which no report waits, the oldest first.
    public Slice<Item> queue(
            Viewer.SignedIn viewer, String community, @Nullable String after, int limit) {
        return transactions.read(
                viewer, () -> desk.posts(viewer, community, State.QUEUED, after, limit));
    }

    /// Posts that are hidden and of which no report waits, the oldest first.
    public Slice<Item> hidden(
            Viewer.SignedIn viewer, String community, @Nullable String after, int limit) {
        return transactions.read(
                viewer, () -> desk.posts(viewer, community, State.HIDDEN, after, limit));
    }

    private void write(Viewer.SignedIn viewer, Runnable work) {
        transactions.run(viewer, work);
    }
}
