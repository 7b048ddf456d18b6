package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// @param part in which part of a community's list it stands, from 1
@MappedEntity("topic")
record TopicSummaryRow(
        @Id long id,
        @Nullable String communitySlug,
        @Nullable String communityName,
        String title,
        String question,
        String language,
        String state,
        String[] tags,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable LocalDate reviewOn,
        int votes,
        boolean voted,
        int summary,
        int readLast,
        long proposerId,
        String proposerHandle,
        String proposerName,
        @Nullable String proposerProfession,
        String[] curators,
        Instant changedAt,
        int part) {

    TopicSummary summarised() {
        return new TopicSummary(
                id,
                communitySlug == null ? "" : communitySlug,
                communityName == null ? "" : communityName,
                title,
                question,
                language,
                TopicState.of(state),
                List.of(tags),
                startsOn,
                endsOn,
                reviewOn,
                votes,
                voted,
                summary,
                readLast,
                new Author(
                        proposerId,
                        proposerHandle,
                        proposerName,
                        proposerProfession == null ? "" : proposerProfession),
                List.of(curators),
                changedAt);
    }
}
