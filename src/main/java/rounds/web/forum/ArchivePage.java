package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.DiscussionSummary;
import rounds.forum.Month;
import rounds.platform.database.Slice;

import java.util.List;

/// The months of a community, or what was opened in one of them.
///
/// @param month as in the address; empty: the list of months
public record ArchivePage(
        Community community, String month, Slice<Month> months, Slice<DiscussionSummary> list) {

    static ArchivePage of(Community community, Slice<Month> months) {
        return new ArchivePage(community, "", months, new Slice<>(List.of(), null));
    }

    static ArchivePage of(Community community, String month, Slice<DiscussionSummary> list) {
        return new ArchivePage(community, month, new Slice<>(List.of(), null), list);
    }

    public String path() {
        return "/c/" + community.slug() + "/discussions/archive";
    }

    public @Nullable String next() {
        if (!month.isEmpty()) {
            return list.next() == null ? null : path() + "/" + month + "?after=" + list.next();
        }
        return months.next() == null ? null : path() + "?before=" + months.next();
    }
}
