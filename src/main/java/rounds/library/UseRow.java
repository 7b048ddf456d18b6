package rounds.library;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;

import java.time.Instant;

@Introspected
record UseRow(
        long personId, String handle, String name, String profession, String note, Instant at) {

    Use use() {
        return new Use(new Author(personId, handle, name, profession), note, at);
    }
}
