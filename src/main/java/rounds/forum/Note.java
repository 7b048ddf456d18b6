package rounds.forum;

import rounds.community.Conversation;

import java.time.Instant;
import java.util.List;

/// A private note in the list of one's notes.
///
/// @param others with whom; nobody, when all the others have left
/// @param posts how many posts it has, the first one included
/// @param last the name of who wrote the last words
/// @param fresh whether the last words are somebody else's
public record Note(
        long id,
        String title,
        String language,
        int posts,
        Instant lastAt,
        String last,
        boolean fresh,
        List<Conversation.Party> others) {

    /// The names of the others.
    public String names() {
        return new Conversation(others).name();
    }

    public String path() {
        return Addresses.discussion(id, title);
    }
}
