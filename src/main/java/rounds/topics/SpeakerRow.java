package rounds.topics;

import io.micronaut.core.annotation.Introspected;

import rounds.kernel.Author;

/// Somebody whose words a topic holds.
@Introspected
record SpeakerRow(long id, String handle, String name, String profession) {

    Author author() {
        return new Author(id, handle, name, profession);
    }
}
