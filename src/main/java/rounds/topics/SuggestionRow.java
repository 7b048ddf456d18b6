package rounds.topics;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;
import rounds.kernel.Viewer;

import java.time.Instant;
import java.util.Locale;

@MappedEntity("topic_suggestion")
record SuggestionRow(
        @Id long id,
        long topicId,
        int base,
        String body,
        String why,
        long personId,
        String handle,
        String name,
        @Nullable String profession,
        Instant madeAt,
        String state,
        @Nullable String decider,
        @Nullable Instant decidedAt,
        String reason) {

    Suggestion suggestion(Viewer viewer) {
        return new Suggestion(
                id,
                topicId,
                base,
                body,
                why,
                new Author(personId, handle, name, profession == null ? "" : profession),
                personId == viewer.personId(),
                madeAt,
                Suggestion.State.valueOf(state.toUpperCase(Locale.ROOT)),
                decider,
                decidedAt,
                reason);
    }
}
