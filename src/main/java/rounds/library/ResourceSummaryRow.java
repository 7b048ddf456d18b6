package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.State;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// @param place where it stands in the collection that is listed; 0 in other lists
@MappedEntity("resource")
record ResourceSummaryRow(
        @Id long id,
        String slug,
        String communityName,
        String kind,
        String title,
        String language,
        String[] tags,
        String form,
        @Nullable String type,
        int pages,
        long sharedBy,
        String handle,
        String name,
        String profession,
        Instant changedAt,
        boolean official,
        @Nullable LocalDate reviewOn,
        int readers,
        String state,
        int revision,
        long place) {

    ResourceSummary summary() {
        return new ResourceSummary(
                id,
                slug,
                communityName,
                kind,
                title,
                language,
                List.of(tags),
                form,
                type == null ? "" : type,
                pages,
                new Author(sharedBy, handle, name, profession),
                changedAt,
                official,
                reviewOn,
                readers,
                !state.equals(State.VISIBLE.code()),
                revision);
    }
}
