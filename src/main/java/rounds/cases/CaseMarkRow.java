package rounds.cases;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Mark;

import java.time.Instant;

/// That somebody tried what a story tells, or gave a quiet word, as notifications take it. Who gave
/// a quiet word nobody is told.
@Introspected
record CaseMarkRow(
        long storyId, long writtenBy, long personId, boolean tried, String detail, Instant at) {

    Mark mark() {
        return new Mark(
                CaseFinding.ref(storyId),
                writtenBy,
                personId,
                tried ? "tried" : "word",
                detail,
                at,
                !tried);
    }
}
