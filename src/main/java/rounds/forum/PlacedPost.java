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
        Instant postedAt) {}
