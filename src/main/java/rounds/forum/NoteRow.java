package rounds.forum;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

import rounds.community.Conversation;

import java.time.Instant;

/// A note as the query returns it.
///
/// @param others a handle, a blank and a name each
@MappedEntity("discussion")
record NoteRow(
        @Id long id,
        String title,
        String language,
        int posts,
        Instant lastAt,
        String lastName,
        boolean fresh,
        String[] others) {

    Note note() {
        return new Note(
                id,
                title,
                language,
                posts,
                lastAt,
                lastName,
                fresh,
                Conversation.of(others).others());
    }
}
