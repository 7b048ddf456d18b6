package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.State;

import java.time.Instant;
import java.util.List;

/// A row of a list of discussions, with the people it names.
@MappedEntity("discussion")
record SummaryRow(
        @Id long id,
        String communitySlug,
        String communityName,
        String kind,
        String title,
        String language,
        String[] tags,
        String state,
        int posts,
        long openedBy,
        String openerHandle,
        String openerName,
        String openerProfession,
        Instant openedAt,
        @Nullable Long lastBy,
        @Nullable String lastHandle,
        @Nullable String lastName,
        @Nullable String lastProfession,
        Instant lastAt,
        boolean pinned,
        boolean closed,
        String progress,
        int helped,
        @Nullable Integer fresh) {

    DiscussionSummary summary() {
        return new DiscussionSummary(
                id,
                communitySlug,
                communityName,
                Kind.of(kind),
                title,
                language,
                List.of(tags),
                State.of(state),
                posts,
                new Author(openedBy, openerHandle, openerName, openerProfession),
                openedAt,
                last(),
                lastAt,
                pinned,
                closed,
                DiscussionMarks.of(kind, progress, helped, false),
                ReadingPlace.of(fresh));
    }

    private @Nullable Author last() {
        if (lastBy == null || lastHandle == null || lastName == null || lastProfession == null) {
            return null;
        }
        return new Author(lastBy, lastHandle, lastName, lastProfession);
    }
}
