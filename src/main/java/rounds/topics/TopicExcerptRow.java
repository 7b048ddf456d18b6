package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Excerpt;

import java.time.Instant;
import java.util.List;

/// A topic as a list of hits shows it.
@MappedEntity("topic")
record TopicExcerptRow(
        @Id long id,
        String title,
        @Nullable String html,
        String text,
        String language,
        String[] tags,
        @Nullable String slug,
        @Nullable String communityName,
        String handle,
        String name,
        @Nullable String profession,
        Instant changedAt,
        @Nullable String sourceId) {

    Excerpt excerpt() {
        return new Excerpt(
                Topic.ref(id),
                Topic.ref(id),
                title,
                TopicIndexRow.words(html, text),
                Topic.path(id, title),
                0,
                TopicIndexRow.KIND,
                language,
                List.of(tags),
                slug == null ? "" : slug,
                communityName == null ? "" : communityName,
                handle,
                name,
                profession,
                changedAt,
                sourceId,
                sourceId);
    }
}
