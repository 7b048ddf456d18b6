package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

@MappedEntity("draft")
record DraftRow(
        @Id long id,
        String place,
        String kind,
        String title,
        String tags,
        String body,
        String language,
        @Nullable Integer madeFrom,
        @Nullable Integer seen,
        String[] poll,
        String recipients,
        String note,
        int revision,
        Instant savedAt) {

    Draft draft() {
        return new Draft(
                id,
                DraftPlace.parse(place),
                new DraftWords(
                        kind,
                        title,
                        tags,
                        body,
                        language,
                        madeFrom,
                        seen,
                        PollWords.of(List.of(poll)),
                        recipients,
                        note),
                revision,
                savedAt);
    }
}
