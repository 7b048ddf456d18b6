package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;

import java.time.Instant;

@Introspected
record SaidRow(
        long personId,
        String handle,
        String name,
        String profession,
        String stance,
        String reason,
        Instant at) {

    Said said() {
        return new Said(
                new Author(personId, handle, name, profession), Stance.of(stance), reason, at);
    }
}
