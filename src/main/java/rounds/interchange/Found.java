package rounds.interchange;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.platform.database.Ids;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A row that a file refers to: by the id its source gave it, or by its own.
@Introspected
record Found(long id, @Nullable String sourceId) {

    /// By every key that may mean it.
    static Map<String, Long> byKey(List<Found> rows) {
        Map<String, Long> ids = new HashMap<>();
        for (Found row : rows) {
            ids.put(Ids.text(row.id), row.id);
            if (row.sourceId != null) {
                ids.put(row.sourceId, row.id);
            }
        }
        return ids;
    }

    /// Those keys that may be ids of our own, as such.
    static Long[] ownIds(Collection<String> keys) {
        return keys.stream().map(Found::ownId).filter(Objects::nonNull).toArray(Long[]::new);
    }

    private static @Nullable Long ownId(String key) {
        return Ids.isId(key) ? Ids.parse(key) : null;
    }

    /// The source's id of a new row; none where it is our own.
    static @Nullable String sourceId(String key, long id) {
        return key.equals(Ids.text(id)) ? null : key;
    }
}
