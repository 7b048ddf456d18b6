package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;

import java.time.Instant;

@Introspected
record AdaptedRow(
        long id,
        String title,
        String language,
        String communityName,
        long personId,
        String handle,
        String name,
        String profession,
        String changes,
        Instant at) {

    Adapted adapted() {
        return new Adapted(
                title,
                language,
                Resource.path(id, title),
                communityName,
                new Author(personId, handle, name, profession),
                changes,
                at);
    }
}
