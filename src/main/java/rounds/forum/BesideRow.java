package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

/// What a page tells of posts that do not stand on it: the place of one that the viewer may not
/// see, or the author of one that is answered on it.
///
/// @param name of the author; null for one that is gone
@Introspected
record BesideRow(
        int number,
        @Nullable Integer parentNumber,
        String path,
        int depth,
        String state,
        @Nullable String goneReason,
        Instant postedAt,
        @Nullable String name) {

    Post gone() {
        return new Post(
                0,
                number,
                depth,
                null,
                parentNumber,
                null,
                null,
                "",
                null,
                "en",
                State.of(state),
                goneReason,
                null,
                postedAt,
                null,
                0,
                null,
                true,
                PostRights.NONE,
                PostMarks.NONE,
                false,
                LinkedFrom.NOWHERE,
                null,
                List.of());
    }
}
