package rounds.web.topics;

import org.jspecify.annotations.Nullable;

import rounds.community.Community;
import rounds.platform.database.Ids;
import rounds.topics.Shelf;
import rounds.topics.ShelfEntry;
import rounds.topics.Topic;

import java.util.List;
import java.util.stream.IntStream;

/// What stands on a topic's shelf, in reading order.
///
/// @param community null where the viewer may not know it: the topic is shown to another of hers
public record ReadingPage(@Nullable Community community, Topic topic, Shelf.Part part) {

    /// Something on the shelf with its place there, from 1.
    public record Numbered(int number, ShelfEntry entry) {}

    public List<Numbered> numbered() {
        List<ShelfEntry> shown = part.shown().items();
        return IntStream.range(0, shown.size())
                .mapToObj(i -> new Numbered(part.from() + i, shown.get(i)))
                .toList();
    }

    /// Where those stand that come next; null: nowhere.
    public @Nullable String next() {
        String after = part.shown().next();
        return after == null ? null : "/focus/" + Ids.text(topic.id()) + "/reading?after=" + after;
    }
}
