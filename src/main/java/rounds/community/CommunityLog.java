package rounds.community;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import rounds.kernel.ContentRef;
import rounds.kernel.ProblemException;
import rounds.kernel.Viewer;
import rounds.platform.database.Cursor;
import rounds.platform.database.Ids;
import rounds.platform.database.Keyset;
import rounds.platform.database.Slice;
import rounds.platform.database.Transactions;

import java.util.List;

/// What was done in the government of a community, by whom and why; kept for good, for those who
/// answer for it.
@Singleton
public class CommunityLog {
    private static final int PAGE = 50;
    private static final int DOZEN = 12;

    private final LogRepository entries;
    private final Policy policy;
    private final Transactions transactions;

    CommunityLog(LogRepository entries, Policy policy, Transactions transactions) {
        this.entries = entries;
        this.policy = policy;
        this.transactions = transactions;
    }

    /// Writes down that the viewer did this to one of the community's contents. Needs her running
    /// transaction, in which she is still in the community.
    ///
    /// @param act a code, whose sentence is the message `log.<act>`
    /// @param detail a code, whose words are the message `log.detail.<detail>`; may be empty
    /// @param reason in her own words; may be empty where the act needs none
    public void add(
            Viewer.SignedIn viewer,
            long communityId,
            String act,
            ContentRef content,
            @Nullable Long personId,
            String detail,
            String reason) {
        entries.add(
                Ids.next(),
                communityId,
                viewer.personId(),
                act,
                content.type().code(),
                content.id(),
                personId,
                detail,
                reason);
    }

    /// The same for what was done to no content of its own: to a tag, which `detail` names.
    public void add(
            Viewer.SignedIn viewer, long communityId, String act, String detail, String reason) {
        entries.add(
                Ids.next(), communityId, viewer.personId(), act, null, null, null, detail, reason);
    }

    void add(Viewer.SignedIn viewer, long communityId, Act act) {
        add(viewer, communityId, act, null, "", "");
    }

    void add(
            Viewer.SignedIn viewer,
            long communityId,
            Act act,
            @Nullable Long personId,
            String detail,
            String reason) {
        entries.add(
                Ids.next(),
                communityId,
                viewer.personId(),
                act.code(),
                null,
                null,
                personId,
                detail,
                reason);
    }

    /// The newest entries first.
    ///
    /// @param after the cursor of the page before
    /// @throws ProblemException forbidden or not found, for those who may not see the log
    public Slice<LogEntry> page(Viewer viewer, Community community, @Nullable String after) {
        policy.require(Capability.SEE_LOG, community.standing());
        Keyset from = Keyset.newestFirst(after);
        return transactions.read(viewer, () -> page(community.id(), from));
    }

    /// What was done about that content since, the oldest first, at most a dozen; nothing for those
    /// who may not see the log.
    ///
    /// @param entry id of the last one that is known
    public List<LogEntry> since(Viewer viewer, ContentRef content, long entry) {
        return transactions.read(
                viewer, () -> entries.since(content.type().code(), content.id(), entry, DOZEN));
    }

    /// The id of the newest entry about that content; 0 before the first, and for those who may not
    /// see the log.
    public long newest(Viewer viewer, ContentRef content) {
        return transactions.read(viewer, () -> entries.newest(content.type().code(), content.id()));
    }

    private Slice<LogEntry> page(long communityId, Keyset from) {
        List<LogEntry> rows = entries.page(communityId, from.at(), from.id(), PAGE + 1);
        return Slice.of(rows, PAGE, entry -> Cursor.after(entry.at(), entry.id()));
    }
}
