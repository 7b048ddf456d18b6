package rounds.forum;

import io.micronaut.core.annotation.Introspected;

import org.jspecify.annotations.Nullable;

import rounds.kernel.Author;

import java.time.Instant;
import java.util.Arrays;

@Introspected
record BallotRow(
        long id,
        @Nullable Long personId,
        @Nullable String handle,
        @Nullable String name,
        @Nullable String profession,
        Integer[] choices,
        Instant castAt) {

    Ballot ballot(Poll poll) {
        return new Ballot(
                personId == null || handle == null || name == null || profession == null
                        ? null
                        : new Author(personId, handle, name, profession),
                Arrays.stream(choices).map(number -> poll.options().get(number - 1)).toList(),
                castAt);
    }
}
