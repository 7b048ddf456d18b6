package rounds.web.page;

import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.PropertyReferencePath;

import org.jspecify.annotations.Nullable;

/// JSON that has something else in a field than belongs there.
final class Misfit {
    private static final int DEPTH = 20;

    private Misfit() {}

    /// The field that could not be read, the outermost if it lies in another; null when that is not
    /// what went wrong.
    static @Nullable String of(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            if (cause instanceof SerdeException unread) {
                return unread.getPath().stream()
                        .filter(PropertyReferencePath.class::isInstance)
                        .map(step -> step.getArgument().getName())
                        .findFirst()
                        .orElse(null);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
