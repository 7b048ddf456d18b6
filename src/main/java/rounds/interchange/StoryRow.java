package rounds.interchange;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// A case story as a column list of its table.
@Serdeable(naming = SnakeCaseStrategy.class)
record StoryRow(
        long id,
        long communityId,
        String state,
        long writtenBy,
        boolean named,
        String title,
        String language,
        String outcome,
        @Nullable String setting,
        String practice,
        List<String> conditions,
        List<String> tags,
        List<String> learning,
        List<String> tookPart,
        List<String> workedBy,
        String led,
        @Nullable String patientView,
        String patientWords,
        boolean membersOnly,
        String visibility,
        String startedAt,
        String changedAt,
        String publishedAt,
        @Nullable String sourceId) {

    /// Words of one: a part, or a follow-up.
    @Serdeable(naming = SnakeCaseStrategy.class)
    record Text(
            long id,
            long storyId,
            long communityId,
            String part,
            int months,
            String body,
            String html,
            int htmlVersion,
            String at) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Right(
            long storyId,
            String ground,
            String ofWhom,
            @Nullable String givenOn,
            String reference,
            String at) {}

    @Serdeable(naming = SnakeCaseStrategy.class)
    record Answer(
            long storyId,
            long personId,
            @Nullable String word,
            @Nullable String result,
            @Nullable String setting,
            String note,
            String at) {}
}
