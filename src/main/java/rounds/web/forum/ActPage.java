package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.community.LogEntry;
import rounds.community.Reason;
import rounds.forum.Discussion;
import rounds.forum.Post;
import rounds.web.page.Filled;

import java.util.Arrays;
import java.util.List;

/// One act on one post, asked about before it is done: delete, report, hide, restore, keep,
/// decline.
///
/// @param seen how the post stands now, as [rounds.forum.AsSeen] writes it; empty for who keeps no
///   order there
/// @param meanwhile there when nothing was done, since others had done something before
public record ActPage(
        String act,
        Community community,
        Discussion discussion,
        Post post,
        String seen,
        @Nullable Meanwhile meanwhile,
        Filled filled) {

    /// What happened since its moderator looked at the post.
    ///
    /// @param entries of the community's log, the oldest first; empty where its author changed it
    public record Meanwhile(List<LogEntry> entries) {}

    public boolean asksReason() {
        return act.equals("report") || act.equals("hide");
    }

    /// A moderator owes the community's log a word on what she does to another's post.
    public boolean asksWords() {
        return switch (act) {
            case "hide", "restore", "decline", "keep" -> true;
            case "delete" -> !post.may().edit();
            default -> false;
        };
    }

    public boolean takesDiscussionAlong() {
        return post.opening();
    }

    public List<String> reasons() {
        return Arrays.stream(Reason.values()).map(Reason::code).toList();
    }
}
