package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;

/// A row of the list of who reacted to a post.
@MappedEntity("reaction")
record SaidRow(
        @Id long personId,
        String handle,
        String name,
        String profession,
        String kind,
        @Nullable String outcome,
        String note,
        String place,
        @Nullable String communitySlug,
        @Nullable String community,
        Instant at) {

    Said said() {
        return new Said(
                new Author(personId, handle, name, profession),
                Reaction.of(kind),
                outcome == null ? null : Tried.of(outcome),
                note,
                place,
                communitySlug,
                community,
                at);
    }
}
