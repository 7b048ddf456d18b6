package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;

import java.time.Instant;

@Introspected
record TopicUseRow(
        long personId, String handle, String name, String profession, String note, Instant at) {

    TopicUse use() {
        return new TopicUse(new Author(personId, handle, name, profession), note, at);
    }
}
