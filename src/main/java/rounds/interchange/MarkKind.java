package rounds.interchange;

import java.util.Arrays;
import java.util.Optional;

/// What is said or kept about something that has an id, without having one of its own.
enum MarkKind {
    TAG("tag"),
    INTRODUCTION("introduction"),
    REVISION("revision"),
    REACTION("reaction"),
    HELPED("helped"),
    MOVED("moved"),
    POLL("poll"),
    // Of an open poll; those of a closed one stand in its own line, without names.
    BALLOT("ballot"),
    // People's own: in no file of one community.
    WATCH("watch"),
    BOOKMARK("bookmark"),
    REFUSAL("refusal"),
    CAUGHT_UP("caughtUp"),
    READ("read"),
    SAVED_SEARCH("savedSearch");

    private final String type;

    MarkKind(String type) {
        this.type = type;
    }

    /// As the lines call it.
    String type() {
        return type;
    }

    /// Whether it is its person's alone.
    boolean isPrivate() {
        return compareTo(WATCH) >= 0;
    }

    /// Whether it is taken when all else is here: a search may look in a resource.
    boolean gathers() {
        return this == SAVED_SEARCH;
    }

    static Optional<MarkKind> of(String type) {
        return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
    }
}
