package rounds.cli;

import rounds.kernel.ContentType;

import java.util.EnumMap;
import java.util.Map;

/// Adds up what is counted type by type.
final class Counter {
    private final Bar bar;
    private final Map<ContentType, Long> done = new EnumMap<>(ContentType.class);

    Counter(Bar bar) {
        this.bar = bar;
    }

    void at(ContentType type, long ofThisType) {
        done.put(type, ofThisType);
        bar.at(-1, done.values().stream().mapToLong(Long::longValue).sum());
    }
}
