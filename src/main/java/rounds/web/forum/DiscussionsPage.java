package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.forum.DiscussionSummary;
import rounds.forum.Filter;
import rounds.forum.Kind;
import rounds.forum.Progress;
import rounds.forum.Tag;
import rounds.platform.database.Slice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A community's discussions.
///
/// @param watch the code of how much its reader wants to hear of the tag it is narrowed to; empty:
///   as usual
/// @param tag what is known of the tag to which the list is narrowed
/// @param fresh how many of each kind, by its code, hold something new to the reader
public record DiscussionsPage(
        Community community,
        Filter filter,
        @Nullable Tag tag,
        Slice<DiscussionSummary> list,
        String watch,
        Map<String, Integer> fresh) {

    public List<String> progresses() {
        return Arrays.stream(Progress.values()).map(Progress::code).toList();
    }

    /// How far the challenges have come that are shown alone; empty where all are.
    public String progress() {
        return filter.progress() == null ? "" : filter.progress().code();
    }

    /// Whether any here holds something new. Of a tag or a step it is told from the rows alone.
    public boolean unread() {
        if (filter.tag() != null || filter.progress() != null) {
            return !fresh.isEmpty() && list.items().stream().anyMatch(row -> row.place().unread());
        }
        return kind().isEmpty() ? !fresh.isEmpty() : fresh.containsKey(kind());
    }

    public List<String> kinds() {
        return Arrays.stream(Kind.values()).map(Kind::code).toList();
    }

    /// The kind that is shown alone; empty where all are.
    public String kind() {
        return filter.kind() == null ? "" : filter.kind().code();
    }

    public String path() {
        return "/c/" + community.slug() + "/discussions";
    }

    public @Nullable String next() {
        if (list.next() == null) {
            return null;
        }
        String tag =
                filter.tag() == null
                        ? ""
                        : "&tag=" + URLEncoder.encode(filter.tag(), StandardCharsets.UTF_8);
        return path()
                + "?after="
                + list.next()
                + (kind().isEmpty() ? "" : "&kind=" + kind())
                + (progress().isEmpty() ? "" : "&progress=" + progress())
                + tag;
    }
}
