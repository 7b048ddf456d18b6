package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;

import java.time.Instant;

@Introspected
record TrialRow(
        long personId,
        String handle,
        String name,
        String profession,
        String result,
        String setting,
        String note,
        Instant at) {

    Trial trial() {
        return new Trial(
                new Author(personId, handle, name, profession),
                Result.of(result),
                Setting.of(setting),
                note,
                at);
    }
}
