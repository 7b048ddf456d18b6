package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The place of a post that the viewer may not see.
@Introspected
record GoneRow(
        int number,
        @Nullable Integer parentNumber,
        String path,
        int depth,
        String state,
        @Nullable String goneReason,
        Instant postedAt) {

    Post shown() {
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
                postedAt,
                null,
                0,
                null,
                true,
                PostRights.NONE,
                PostMarks.NONE,
                false);
    }
}
