package rounds.search;

import rounds.kernel.ContentRef;
import rounds.kernel.ContentType;
import rounds.kernel.Position;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How far an index has come. Kept in the index's own commits, so that it becomes durable together
/// with what it speaks of.
///
/// @param epoch of the change log that the position is a place in
/// @param sweeps what lies below a change of audience and is still to be read again
record Standing(String epoch, Position position, List<Sweep> sweeps) {

    /// The content of one type below another, read again step by step, so that hiding a large
    /// discussion keeps nobody's new post waiting.
    ///
    /// @param after the last one done
    record Sweep(ContentRef root, ContentType type, long after) {
        private String text() {
            return String.join(
                    ":",
                    root.type().code(),
                    Long.toString(root.id()),
                    type.code(),
                    Long.toString(after));
        }

        private static Sweep of(String text) {
            String[] parts = text.split(":");
            return new Sweep(
                    new ContentRef(ContentType.of(parts[0]), Long.parseLong(parts[1])),
                    ContentType.of(parts[2]),
                    Long.parseLong(parts[3]));
        }
    }

    Standing {
        sweeps = List.copyOf(sweeps);
    }

    Map<String, String> commitData() {
        return Map.of(
                "schema", Integer.toString(IndexSchema.VERSION),
                "epoch", epoch,
                "transaction", Long.toString(position.transaction()),
                "id", Long.toString(position.id()),
                "sweeps", String.join(" ", sweeps.stream().map(Sweep::text).toList()));
    }

    /// @throws IllegalArgumentException when these are not the data of an index of this schema
    static Standing of(Map<String, String> data) {
        if (!Integer.toString(IndexSchema.VERSION).equals(data.get("schema"))) {
            throw new IllegalArgumentException("An index of schema " + data.get("schema"));
        }
        var sweeps = new ArrayList<Sweep>();
        for (String sweep : value(data, "sweeps").split(" ")) {
            if (!sweep.isEmpty()) {
                sweeps.add(Sweep.of(sweep));
            }
        }
        return new Standing(
                value(data, "epoch"),
                new Position(
                        Long.parseLong(value(data, "transaction")),
                        Long.parseLong(value(data, "id"))),
                sweeps);
    }

    private static String value(Map<String, String> data, String key) {
        String value = data.get(key);
        if (value == null) {
            throw new IllegalArgumentException("An index without " + key);
        }
        return value;
    }
}
