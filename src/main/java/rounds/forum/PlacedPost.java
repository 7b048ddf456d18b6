package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// A post as it is first stored.
@MappedEntity("post")
record PlacedPost(
        @Id long id,
        long discussionId,
        long communityId,
        int number,
        @Nullable Long parentId,
        @Nullable Integer parentNumber,
        String path,
        int depth,
        long authorId,
        String body,
        String html,
        int htmlVersion,
        String language,
        String visibility,
        String state,
        Instant postedAt) {

    /// Nobody has said anything about it yet.
    private static final Integer[] UNMARKED = {0, 0, 0, 0, 0, 0, 0};

    /// As it is read afterwards.
    PostRow row(PlaceRow place) {
        return new PostRow(
                id,
                discussionId,
                number,
                parentId,
                parentNumber,
                null,
                path,
                depth,
                authorId,
                place.handle(),
                place.name(),
                place.profession(),
                html,
                htmlVersion,
                body,
                language,
                state,
                null,
                null,
                postedAt,
                null,
                1,
                null,
                UNMARKED,
                false,
                false,
                null,
                false,
                false,
                false);
    }
}
