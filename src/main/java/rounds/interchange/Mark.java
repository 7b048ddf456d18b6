package rounds.interchange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A mark while it is read: what it refers to, and the rest as the columns of its table.
final class Mark {
    private final List<Reference> references = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /// What a key may mean.
    enum Target {
        PERSON("the person"),
        COMMUNITY("the community"),
        DISCUSSION("the discussion"),
        POST("the post"),
        OPEN_POLL("the open poll at the post"),
        RESOURCE("the resource"),
        STORY("the case story"),
        TOPIC("the focus topic"),
        /// By the key of its topic, a `#` and its number there.
        AGREEMENT("the statement");

        private final String called;

        Target(String called) {
            this.called = called;
        }

        String called() {
            return called;
        }
    }

    /// @param column of the row, which gets the id
    record Reference(Target target, String column, String key) {}

    /// So many people chose this, and nobody says who.
    record Vote(List<Integer> choices, int count) {}

    /// To what a search is narrowed.
    ///
    /// @param value empty, where it is the person or community that a reference names
    record Narrowing(String facet, String value) {}

    Mark to(Target target, String column, @Nullable String key) {
        if (key != null) {
            references.add(new Reference(target, column, key));
        }
        return this;
    }

    Mark with(String column, @Nullable Object value) {
        if (value != null) {
            values.put(column, value);
        }
        return this;
    }

    Line.Mark line(MarkKind kind) {
        return new Line.Mark(kind, List.copyOf(references), Map.copyOf(values));
    }

    /// @param topic its key, of a topic itself; empty for what stands around one
    Line.Topical line(TopicPart part, String topic, @Nullable Long ownId) {
        return new Line.Topical(part, topic, ownId, List.copyOf(references), Map.copyOf(values));
    }
}
