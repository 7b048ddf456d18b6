package rounds.library.citation;

import org.jspecify.annotations.Nullable;

/// This is not in the format that it seems to be in.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreadable(@Nullable Throwable cause) {
        super(cause);
    }
}
