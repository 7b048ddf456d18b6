package rounds.web.forum;

import org.jspecify.annotations.Nullable;

import rounds.forum.DiscussionSummary;
import rounds.platform.database.Slice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Discussions of all communities that the reader may read.
///
/// @param tag the tag they carry; empty: any
public record LatestPage(String tag, Slice<DiscussionSummary> list) {

    public @Nullable String next() {
        if (list.next() == null) {
            return null;
        }
        String path =
                tag.isEmpty()
                        ? "/latest"
                        : "/tags/" + URLEncoder.encode(tag, StandardCharsets.UTF_8);
        return path + "?after=" + list.next();
    }
}
