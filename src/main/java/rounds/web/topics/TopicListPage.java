package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.topics.TopicPart;
import rounds.topics.TopicSummary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A community's focus topics.
///
/// @param parts those that have some, in their order
/// @param part the one that is shown alone; null: all of them, the first few of each
/// @param tag the one whose topics alone are shown; null: any
/// @param after the cursor of the page after this one; null: there is none
public record TopicListPage(
        Community community,
        List<Group> parts,
        @Nullable TopicPart part,
        @Nullable String tag,
        @Nullable String after) {

    /// @param path where all of it stands
    /// @param more whether there may be others
    public record Group(TopicPart part, List<TopicSummary> topics, String path, boolean more) {}

    /// A part that can be shown alone.
    public record Choice(String code, String path) {}

    public List<Choice> choices() {
        return TopicPart.codes().stream()
                .map(code -> new Choice(code, path(community, code, tag)))
                .toList();
    }

    /// The code of the part that is shown alone; empty where all are.
    public String chosen() {
        return part == null ? "" : part.code();
    }

    public boolean isNarrowed() {
        return part != null || tag != null;
    }

    public String path() {
        return "/c/" + community.slug() + "/focus";
    }

    public @Nullable String next() {
        return after == null ? null : path(community, chosen(), tag) + "&after=" + after;
    }

    /// The address of one part, with the same tag.
    static String path(Community community, String code, @Nullable String tag) {
        return "/c/"
                + community.slug()
                + "/focus?part="
                + code
                + (tag == null ? "" : "&tag=" + URLEncoder.encode(tag, StandardCharsets.UTF_8));
    }
}
