package rounds.library;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.kernel.Author;

import java.time.Instant;

/// What is proposed for a resource: a version, or, under the number 0, words.
@MappedEntity("resource_version")
record ProposalRow(
        @Id long id,
        long resourceId,
        String title,
        String language,
        String kind,
        int number,
        String note,
        long madeBy,
        String handle,
        String name,
        String profession,
        Instant madeAt) {

    Proposal proposal() {
        return new Proposal(
                id,
                resourceId,
                title,
                language,
                kind,
                number,
                note,
                new Author(madeBy, handle, name, profession),
                madeAt);
    }
}
