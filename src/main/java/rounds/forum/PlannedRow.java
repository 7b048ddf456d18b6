package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

@MappedEntity("planned")
record PlannedRow(
        @Id long id,
        long communityId,
        String communitySlug,
        String communityName,
        long authorId,
        String handle,
        String name,
        String profession,
        String kind,
        String title,
        String[] tags,
        String body,
        @Nullable String language,
        String[] poll,
        Instant publishAt,
        @Nullable String problem,
        int revision,
        Instant madeAt) {

    Planned seenBy(Viewer viewer) {
        return new Planned(
                id,
                communitySlug,
                communityName,
                new Author(authorId, handle, name, profession),
                Kind.of(kind),
                title,
                List.of(tags),
                body,
                language,
                PollWords.of(List.of(poll)),
                publishAt,
                problem,
                revision,
                madeAt,
                authorId == viewer.personId());
    }

    NewDiscussion discussion() {
        return new NewDiscussion(
                Kind.of(kind),
                title,
                body,
                List.of(tags),
                language,
                null,
                // Its end is an instant: no zone decides it any more.
                PollWords.of(List.of(poll)).poll(ZoneOffset.UTC));
    }
}
